import type { ClientTab } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import GlobalStyles from "@mui/material/GlobalStyles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { type ReactNode, type RefObject, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { narrowWidth } from "../../../theme.ts";
import type { ClientRecord } from "../clientValues.ts";
import { ClientGeneral } from "./ClientGeneral.tsx";
import { ClientHeader } from "./ClientHeader.tsx";
import { ClientRelated } from "./ClientRelated.tsx";
import { ClientTabs } from "./ClientTabs.tsx";
import { ClientContacts } from "./contacts/ClientContacts.tsx";
import { focusWhenThere } from "./focusWhenThere.ts";
import { ClientHistory } from "./history/ClientHistory.tsx";
import { ClientProperties } from "./properties/ClientProperties.tsx";
import { barsOfRecord, columnsSx, middleSx } from "./recordLook.ts";
import type { RecordParts } from "./recordParts.ts";
import { useRecordKeys } from "./useRecordKeys.ts";

interface ClientRecordViewProps {
  client: ClientRecord;
  parts: RecordParts;
  /** The client for whom a note was asked for before the record was there. */
  noteWanted: RefObject<string | null>;
}

const wideTabs = [
  "timeline",
  "general",
  "contacts",
  "tasks",
  "appointments",
  "files",
] as const satisfies readonly ClientTab[];
const narrowTabs = [...wideTabs, "properties", "related"] as const satisfies readonly ClientTab[];

/** A record: properties, what happened, and what is related, beside each other or as tabs where that is too narrow. */
export function ClientRecordView({ client, parts, noteWanted }: ClientRecordViewProps) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const narrow = useMediaQuery(`(max-width: ${narrowWidth - 0.02}px)`, { noSsr: true });
  const tabs: readonly ClientTab[] = narrow ? narrowTabs : wideTabs;
  const active = tabs.find((tab) => tab === params.get("tab")) ?? "timeline";

  const writeNote = () => {
    if (active !== "timeline")
      setParams((current) => {
        current.delete("tab");
        return current;
      });
    focusWhenThere("[data-composer]");
  };
  useRecordKeys(writeNote);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was asked for before the record was there
  useEffect(() => {
    if (noteWanted.current !== client.id) return;
    noteWanted.current = null;
    writeNote();
  }, []);

  const middle = (
    <Box sx={{ minWidth: 0 }}>
      <ClientTabs tabs={tabs} active={active} />
      <Box role="tabpanel" id={`panel-${active}`} aria-labelledby={`tab-${active}`}>
        {active === "timeline" && <parts.Timeline clientId={client.id} />}
        {active === "general" && <ClientGeneral key={client.id} client={client} />}
        {active === "contacts" && <ClientContacts client={client} />}
        {active === "tasks" && <parts.Tasks clientId={client.id} />}
        {active === "appointments" && <parts.Appointments clientId={client.id} />}
        {active === "files" && <parts.Files clientId={client.id} />}
        {active === "properties" && (
          <Column>
            <ClientProperties client={client} />
          </Column>
        )}
        {active === "related" && (
          <Column>
            <ClientRelated client={client} parts={parts} />
          </Column>
        )}
      </Box>
    </Box>
  );
  return (
    <>
      <GlobalStyles styles={barsOfRecord} />
      <ClientHeader client={client} onNote={writeNote} />
      {narrow ? (
        middle
      ) : (
        <Box sx={columnsSx}>
          <Box component="aside" aria-label={t("clientPages.record.properties")} sx={{ gridArea: "left", minWidth: 0 }}>
            <Column sticky>
              <ClientProperties client={client} />
            </Column>
          </Box>
          <Box sx={{ gridArea: "middle", minWidth: 0, ...middleSx }}>{middle}</Box>
          <Box component="aside" aria-label={t("clientPages.record.related")} sx={{ gridArea: "right", minWidth: 0 }}>
            <Column sticky>
              <ClientRelated client={client} parts={parts} />
            </Column>
          </Box>
        </Box>
      )}
      {parts.panels.map((Panel, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same panels in the same order, always
        <Panel key={index} clientId={client.id} />
      ))}
      <ClientHistory client={client} />
    </>
  );
}

/** A column's padding; beside a long timeline or form it stays in view below what stays at the top. */
const Column = ({ sticky = false, children }: { sticky?: boolean; children: ReactNode }) => (
  <Box sx={{ px: { xs: 2, md: 2.5 }, py: 0.5, ...(sticky && stickySx) }}>{children}</Box>
);

const stickySx = {
  position: { lg: "sticky" },
  top: "var(--bars)",
  maxHeight: { lg: "calc(100dvh - var(--bars))" },
  overflowY: { lg: "auto" },
} as const;

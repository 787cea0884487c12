import { firstTab } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import GlobalStyles from "@mui/material/GlobalStyles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { type ReactNode, type RefObject, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { EntryComponentsContext } from "../../../entries/entryComponents.ts";
import type { RecordPart } from "../../../feature.ts";
import { Part } from "../../../feedback/Part.tsx";
import { narrowWidth } from "../../../theme.ts";
import type { ClientRecord } from "../clientValues.ts";
import { ClientHeader } from "./ClientHeader.tsx";
import { ClientRelated } from "./ClientRelated.tsx";
import { ClientTabs } from "./ClientTabs.tsx";
import { clientEntries } from "./entries.tsx";
import { focusWhenThere } from "./focusWhenThere.ts";
import { ClientHistory } from "./history/ClientHistory.tsx";
import { ClientProperties } from "./properties/ClientProperties.tsx";
import { barsOfRecord, columnsSx, middleSx } from "./recordLook.ts";
import { type RecordTab, recordTabs } from "./recordTabs.tsx";
import { useRecordKeys } from "./useRecordKeys.ts";

interface ClientRecordViewProps {
  client: ClientRecord;
  parts: readonly RecordPart[];
  /** The client for whom a note was asked for before the record was there. */
  noteWanted: RefObject<string | null>;
}

/** A record: properties, what happened, and what is related, beside each other or as tabs where that is too narrow. */
export function ClientRecordView({ client, parts, noteWanted }: ClientRecordViewProps) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const narrow = useMediaQuery(`(max-width: ${narrowWidth - 0.02}px)`, { noSsr: true });
  const properties = (
    <Part name="properties">
      <ClientProperties client={client} />
    </Part>
  );
  const entries = useMemo(() => Object.assign({}, clientEntries, ...parts.map(({ entries }) => entries)), [parts]);
  const related = <ClientRelated client={client} parts={parts} />;
  const tabs: readonly RecordTab[] = [
    ...recordTabs(parts),
    ...(narrow
      ? ([
          { name: "properties", title: "clientPages.record.tab.properties", show: () => <Column>{properties}</Column> },
          { name: "related", title: "clientPages.record.tab.related", show: () => <Column>{related}</Column> },
        ] as const)
      : []),
  ];
  const active = tabs.find(({ name }) => name === (params.get("tab") ?? firstTab)) ?? tabs[0];

  const writeNote = () => {
    if (active?.name !== firstTab)
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
      {active && (
        <>
          <ClientTabs tabs={tabs} active={active.name} />
          <Box role="tabpanel" id={`panel-${active.name}`} aria-labelledby={`tab-${active.name}`}>
            <Part key={active.name} name={active.name}>
              <EntryComponentsContext value={entries}>{active.show(client)}</EntryComponentsContext>
            </Part>
          </Box>
        </>
      )}
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
            <Column sticky>{properties}</Column>
          </Box>
          <Box sx={{ gridArea: "middle", minWidth: 0, ...middleSx }}>{middle}</Box>
          <Box component="aside" aria-label={t("clientPages.record.related")} sx={{ gridArea: "right", minWidth: 0 }}>
            <Column sticky>{related}</Column>
          </Box>
        </Box>
      )}
      {parts.map(
        ({ name, Panel }) =>
          Panel && (
            <Part key={name} name={name}>
              <Panel clientId={client.id} />
            </Part>
          ),
      )}
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

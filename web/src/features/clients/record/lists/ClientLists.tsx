import Button from "@mui/material/Button";
import Popover from "@mui/material/Popover";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FilterOptions } from "../../../../components/FilterOptions.tsx";
import { ConflictLeft, toastProblem } from "../../../../feedback/problem.ts";
import { type ClientRecord, withValue } from "../../clientValues.ts";
import { useLists } from "../../useLists.ts";
import { PlainValue, Property } from "../properties/Property.tsx";
import { useSaveClient } from "../saveClient.ts";

/** The lists that the client is on, but for newsletters; ticked where they stand and saved when the list closes [F115]. */
export function ClientLists({ client }: { client: ClientRecord }) {
  const { t } = useTranslation();
  const saveClient = useSaveClient();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [ticked, setTicked] = useState<string[]>([]);
  const { lists } = useLists({ skip: anchor === null });
  const plain = client.lists.filter(({ newsletter }) => !newsletter);
  const text = plain.map(({ name }) => name).join(", ");
  const label = t("clients.field.lists");
  if (!client.viewerCan.edit) {
    return (
      <Property label={label}>
        <PlainValue>{text || t("clientPages.record.empty")}</PlainValue>
      </Property>
    );
  }
  const close = async () => {
    setAnchor(null);
    // Nothing was offered yet: then nothing was chosen either.
    if (lists.length === 0) return;
    const next = lists.filter(({ id }) => ticked.includes(id));
    try {
      await saveClient(client, withValue(client, "lists", next));
    } catch (error) {
      if (!(error instanceof ConflictLeft)) toastProblem(error);
    }
  };
  return (
    <Property label={label}>
      <Button
        color="inherit"
        aria-haspopup="dialog"
        aria-label={
          text
            ? `${t("clientPages.record.edit", { field: label })}: ${text}`
            : t("clientPages.record.add", { field: label })
        }
        onClick={(event) => {
          setTicked(plain.map(({ id }) => id));
          setAnchor(event.currentTarget);
        }}
        sx={{ ...buttonSx, color: text ? "text.primary" : "text.secondary" }}
      >
        {text || t("clientPages.record.empty")}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => void close()}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
        slotProps={{ paper: { role: "dialog", "aria-label": label, sx: { minWidth: 220, maxWidth: 320 } } }}
      >
        <FilterOptions
          label={label}
          options={lists.filter(({ newsletter }) => !newsletter).map(({ id, name }) => ({ value: id, text: name }))}
          chosen={ticked}
          onChange={setTicked}
        />
      </Popover>
    </Property>
  );
}

const buttonSx = {
  width: "100%",
  justifyContent: "flex-start",
  textAlign: "left",
  whiteSpace: "normal",
  overflowWrap: "anywhere",
  fontWeight: 400,
  fontSize: "0.8125rem",
  lineHeight: "20px",
  px: 1,
  py: "6px",
  minHeight: 32,
} as const;

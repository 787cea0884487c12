import AddCircleOutline from "@mui/icons-material/AddCircleOutlined";
import EditOutlined from "@mui/icons-material/EditOutlined";
import RadioButtonChecked from "@mui/icons-material/RadioButtonChecked";
import RemoveCircleOutline from "@mui/icons-material/RemoveCircleOutlined";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { textOf } from "../../../i18n/i18n.ts";
import { changeTexts } from "../changeTexts.ts";
import type { Entry } from "../useTimeline.ts";
import { EntryShell } from "./EntryShell.tsx";

interface EntryProps<Type extends Entry["__typename"]> {
  entry: Extract<Entry, { __typename: Type }>;
  fresh: boolean;
}

/** The client came to be, or was deleted. */
export function ClientLifecycleEntry({ entry, fresh }: EntryProps<"ClientLifecycleEntry">) {
  const icon = entry.kind === "CLIENT_DELETED" ? RemoveCircleOutline : AddCircleOutline;
  return <EntryShell entry={entry} icon={icon} fresh={fresh} headline={entry.summary} />;
}

/** The status before and after [F94]. */
export function StatusChangedEntry({ entry, fresh }: EntryProps<"StatusChangedEntry">) {
  const { t } = useTranslation();
  return (
    <EntryShell
      entry={entry}
      icon={RadioButtonChecked}
      fresh={fresh}
      headline={
        <>
          {t("clients.field.status")}:{" "}
          <Change before={t(`clients.status.${entry.before}`)} after={t(`clients.status.${entry.after}`)} />
        </>
      }
    />
  );
}

/** An edit, field by field: one change on the line itself, more as a list [F96]. */
export function ClientEditedEntry({ entry, fresh }: EntryProps<"ClientEditedEntry">) {
  const { t, i18n } = useTranslation();
  const changes = entry.changes.map((change) => changeTexts(change, i18n.language, textOf));
  const [first] = changes;
  if (changes.length === 1 && first) {
    return (
      <EntryShell
        entry={entry}
        icon={EditOutlined}
        fresh={fresh}
        headline={
          <>
            {first.label}: <Change before={first.before} after={first.after} />
          </>
        }
      />
    );
  }
  return (
    <EntryShell
      entry={entry}
      icon={EditOutlined}
      fresh={fresh}
      headline={t("timeline.page.changedSeveral", { count: changes.length })}
    >
      <Box component="dl" sx={listSx}>
        {changes.map(({ field, label, before, after }) => (
          <Box key={field} sx={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd>
              <Change before={before} after={after} />
            </dd>
          </Box>
        ))}
      </Box>
    </EntryShell>
  );
}

/** An old value struck through and the new one. */
function Change({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <Box component="del" sx={{ color: "text.secondary" }}>
        {before ?? t("timeline.page.nothing")}
      </Box>
      {" → "}
      <Box component="ins" sx={{ textDecoration: "none", fontWeight: 600 }}>
        {after ?? t("timeline.page.nothing")}
      </Box>
    </>
  );
}

const listSx = {
  display: "grid",
  gridTemplateColumns: "minmax(96px, max-content) minmax(0, 1fr)",
  columnGap: 2,
  rowGap: 0.25,
  m: 0,
  "& dt": { color: "text.secondary" },
  "& dd": { m: 0, overflowWrap: "anywhere", whiteSpace: "pre-line" },
} as const;

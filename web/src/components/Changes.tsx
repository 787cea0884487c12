import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";

interface ChangeProps {
  before?: string | null | undefined;
  after?: string | null | undefined;
}

/** An old value struck through and the new one. */
export function Change({ before, after }: ChangeProps) {
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

/** Several fields before and after, each under its name. */
export function ChangeList({ changes }: { changes: readonly ({ field: string; label: string } & ChangeProps)[] }) {
  return (
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

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface ChangeProps {
  before?: string | null | undefined;
  after?: string | null | undefined;
  /** Before and after are what went and what came, beside what stayed. */
  partial?: boolean;
}

/** An old value struck through and the new one; of a partial change, what went or what came. */
export function Change({ before, after, partial }: ChangeProps) {
  const { t } = useTranslation();
  if (partial && !before) return <Box component="ins" sx={newSx}>{`+ ${after}`}</Box>;
  if (partial && !after) return <Box component="del" sx={{ color: "text.secondary" }}>{`− ${before}`}</Box>;
  return (
    <>
      <Box component="del" sx={{ color: "text.secondary" }}>
        {before ?? t("timeline.page.nothing")}
      </Box>
      {" → "}
      <Box component="ins" sx={newSx}>
        {after ?? t("timeline.page.nothing")}
      </Box>
    </>
  );
}

const newSx = { textDecoration: "none", fontWeight: 600 } as const;
const shownAtFirst = 5;

/** Several fields before and after, each under its name; of more than five the others fold. */
export function ChangeList({ changes }: { changes: readonly ({ field: string; label: string } & ChangeProps)[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const folds = changes.length > shownAtFirst;
  return (
    <>
      <Box component="dl" sx={listSx}>
        {(folds && !all ? changes.slice(0, shownAtFirst) : changes).map(({ field, label, ...change }) => (
          <Box key={field} sx={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd>
              <Change {...change} />
            </dd>
          </Box>
        ))}
      </Box>
      {folds && (
        <Button aria-expanded={all} onClick={() => setAll(!all)} sx={{ ml: -1 }}>
          {all
            ? t("timeline.page.fewerChanges")
            : t("timeline.page.allChanges", { count: changes.length - shownAtFirst })}
        </Button>
      )}
    </>
  );
}

const listSx = {
  display: "grid",
  // A label of any length leaves the value more than half.
  gridTemplateColumns: "fit-content(40%) minmax(0, 1fr)",
  columnGap: 2,
  rowGap: 0.25,
  m: 0,
  "& dt": { color: "text.secondary", minWidth: 0, overflowWrap: "anywhere" },
  "& dd": { m: 0, overflowWrap: "anywhere", whiteSpace: "pre-line" },
} as const;

import { manualKinds } from "@clientela/shared/timeline/rules";
import Box from "@mui/material/Box";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { useTranslation } from "react-i18next";
import { useActivityKinds } from "../../../hooks/useActivityKinds.ts";
import type { EntryDraft, ManualKind } from "../entryDraft.ts";

interface KindInputProps {
  draft: EntryDraft;
  onChange: (part: Pick<EntryDraft, "kind" | "customKindId">) => void;
}

const ours = manualKinds.filter((kind) => kind !== "CUSTOM");

/** Which kind of activity it is: ours, and those of the business's own that are offered [F105]. */
export function KindInput({ draft, onChange }: KindInputProps) {
  const { t } = useTranslation();
  const own = useActivityKinds().filter(({ archived, id }) => !archived || id === draft.customKindId);
  return (
    <Box sx={{ px: 1, pt: 1 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={draft.customKindId ?? draft.kind}
        aria-label={t("timeline.page.kind")}
        onChange={(_event, chosen: string | null) => {
          if (!chosen) return;
          const kind = ours.find((each) => each === chosen) as ManualKind | undefined;
          onChange(kind ? { kind, customKindId: null } : { kind: "CUSTOM", customKindId: chosen });
        }}
        sx={kindsSx}
      >
        {[...ours.map((kind) => ({ id: kind as string, label: t(`timeline.kind.${kind}`) })), ...own].map(
          ({ id, label }) => (
            <ToggleButton key={id} value={id} sx={kindSx}>
              {label}
            </ToggleButton>
          ),
        )}
      </ToggleButtonGroup>
    </Box>
  );
}

/** On a phone they take two rows: each has its own border, so that no row looks cut off. */
const kindsSx = {
  flexWrap: "wrap",
  gap: 0.5,
  "& .MuiToggleButtonGroup-grouped": { m: 0, border: 1, borderColor: "divider", borderRadius: 1 },
} as const;
const kindSx = { py: 0.25, px: 1.25, textTransform: "none", fontSize: "0.8125rem" } as const;

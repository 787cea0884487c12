import ExpandMore from "@mui/icons-material/ExpandMore";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ButtonBase from "@mui/material/ButtonBase";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { DateFilterChoice } from "../../../../components/DateFilterChip.tsx";
import { SidePanel } from "../../../../components/SidePanel.tsx";
import { useCustomFields } from "../../../../hooks/useCustomFields.ts";
import { useCounted } from "../../../../lists/useCounted.ts";
import { activeFilters, type ClientListState, filterOf, type ValuesKey, withoutFilter } from "../listState.ts";
import { ConditionForm } from "./ConditionForm.tsx";
import { useFilterMatchesQuery } from "./filters.generated.ts";
import { useConditionText } from "./useConditionText.ts";
import { filterLabels, useFilterSentences } from "./useFilterSentences.ts";
import { ValueOptions } from "./ValuesChip.tsx";

interface FilterSheetProps {
  state: ClientListState;
  onApply: (state: ClientListState) => void;
  onClose: () => void;
}

const keys = Object.keys(filterLabels) as ValuesKey[];

/** All filters of the list on a phone, each folded until it is wanted; they are applied or cleared together [F74]. */
export function FilterSheet({ state, onApply, onClose }: FilterSheetProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const { fields } = useCustomFields();
  const conditionText = useConditionText();
  const [draft, setDraft] = useState(state);
  const [open, setOpen] = useState<string | null>(null);
  const sentences = useFilterSentences(draft);
  const matches = useFilterMatchesQuery({ variables: { filter: filterOf(draft) ?? null } });
  const count = (matches.data ?? matches.previousData)?.clients.totalCount;
  const set = activeFilters(draft).filter((key) => key !== "search");
  const fold = (key: string) => ({ open: open === key, onToggle: () => setOpen(open === key ? null : key) });
  const setCondition = (index: number, condition: ClientListState["customFields"][number] | null) => {
    const next = [...draft.customFields];
    next.splice(index, 1, ...(condition ? [condition] : []));
    setDraft({ ...draft, customFields: next });
    setOpen(null);
  };
  return (
    <SidePanel open title={t("clientPages.filter.all")} onClose={onClose}>
      <Box sx={{ flex: 1 }}>
        {keys.map((key) => (
          <Fold key={key} {...fold(key)} label={t(filterLabels[key])} sentence={sentences[key]}>
            <ValueOptions
              filterKey={key}
              label={t(filterLabels[key])}
              chosen={draft[key]}
              onChange={(chosen) => setDraft({ ...draft, [key]: chosen })}
            />
          </Fold>
        ))}
        <Fold {...fold("created")} label={t("clientPages.filter.created")} sentence={sentences.created}>
          <DateFilterChoice
            label={t("clientPages.filter.created")}
            value={draft.created}
            onChange={(created) => {
              setDraft({ ...draft, created });
              setOpen(null);
            }}
          />
        </Fold>
        {fields.map((field) => {
          const index = draft.customFields.findIndex(({ key }) => key === field.key);
          const condition = draft.customFields[index] ?? null;
          return (
            <Fold
              key={field.id}
              {...fold(`field:${field.key}`)}
              label={field.label}
              sentence={condition && conditionText(condition)}
            >
              <ConditionForm
                field={field}
                condition={condition}
                onApply={(next) => setCondition(index < 0 ? draft.customFields.length : index, next)}
              />
            </Fold>
          );
        })}
      </Box>
      <Box sx={footSx}>
        <Button
          variant="contained"
          onClick={() => {
            onClose();
            onApply(draft);
          }}
          sx={{ minHeight: 44, flex: 1 }}
        >
          {count === undefined ? t("filters.apply") : t("clientPages.filter.applyCount", counted(count))}
        </Button>
        {set.length > 0 && (
          <Button onClick={() => setDraft(set.reduce(withoutFilter, draft))} sx={{ minHeight: 44 }}>
            {t("clientPages.filter.clear")}
          </Button>
        )}
      </Box>
    </SidePanel>
  );
}

interface FoldProps {
  label: string;
  /** What it says while it filters, or null. */
  sentence: string | null;
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}

function Fold({ label, sentence, open, onToggle, children }: FoldProps) {
  const id = useId();
  return (
    <Box sx={{ borderBottom: 1, borderColor: "divider" }}>
      <ButtonBase aria-expanded={open} aria-controls={open ? id : undefined} onClick={onToggle} sx={foldSx}>
        <Box component="span" sx={{ minWidth: 0, overflowWrap: "anywhere", ...(sentence && { fontWeight: 600 }) }}>
          {sentence ?? label}
        </Box>
        <ExpandMore
          sx={{ fontSize: 20, flexShrink: 0, color: "text.secondary", ...(open && { transform: "rotate(180deg)" }) }}
        />
      </ButtonBase>
      {open && (
        <Box id={id} sx={{ px: 1, pb: 1 }}>
          {children}
        </Box>
      )}
    </Box>
  );
}

const foldSx = {
  width: "100%",
  minHeight: 48,
  px: 2.5,
  py: 1,
  gap: 2,
  justifyContent: "space-between",
  textAlign: "left",
};
const footSx = {
  position: "sticky",
  bottom: 0,
  display: "flex",
  gap: 1,
  px: 2.5,
  py: 1.5,
  bgcolor: "background.paper",
  borderTop: 1,
  borderColor: "divider",
} as const;

import Add from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import ListSubheader from "@mui/material/ListSubheader";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DateFilterChip } from "../../../../components/DateFilterChip.tsx";
import type { CustomFieldCondition } from "../../../../generated/schema.ts";
import { useCustomFields } from "../../../../hooks/useCustomFields.ts";
import type { ClientListState, ValuesKey } from "../listState.ts";
import { ConditionChip } from "./ConditionChip.tsx";
import { filterLabels, useFilterSentences } from "./useFilterSentences.ts";
import { ValuesChip } from "./ValuesChip.tsx";

interface FilterChipsProps {
  state: ClientListState;
  onChange: (state: ClientListState) => void;
}

/** Always there; the others come by «+ Filtro», and stay while they are set. */
const usual: readonly ValuesKey[] = ["status", "tagIds", "listIds", "ownerIds"];
const allKeys = Object.keys(filterLabels) as ValuesKey[];

/** The filters of the list as chips that read as a sentence, and the menu that adds one [F61][F62][F64]–[F72]. */
export function FilterChips({ state, onChange }: FilterChipsProps) {
  const { t } = useTranslation();
  const sentences = useFilterSentences(state);
  const { fields } = useCustomFields();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  /** What was just added and has no value yet: the name of a filter, or of a field. */
  const [added, setAdded] = useState<string | null>(null);
  const shown = allKeys.filter((key) => usual.includes(key) || state[key].length > 0 || added === key);
  const adding = fields.find(({ key }) => added === `field:${key}`);
  const add = (what: string) => {
    setAnchor(null);
    setAdded(what);
  };
  const setCondition = (index: number, condition: CustomFieldCondition | null) => {
    const next = [...state.customFields];
    next.splice(index, 1, ...(condition ? [condition] : []));
    onChange({ ...state, customFields: next });
  };
  const done = () => setAdded(null);
  return (
    <>
      {shown.map((key) => (
        <ValuesChip
          key={key}
          filterKey={key}
          label={t(filterLabels[key])}
          sentence={sentences[key]}
          chosen={state[key]}
          onChange={(chosen) => onChange({ ...state, [key]: chosen })}
          openAtFirst={added === key}
          onClose={done}
        />
      ))}
      <DateFilterChip
        label={t("clientPages.filter.created")}
        value={state.created}
        sentence={(value) => t("clientPages.filter.createdIs", { value })}
        onChange={(created) => onChange({ ...state, created })}
      />
      {state.customFields.map((condition, index) => {
        const field = fields.find(({ key }) => key === condition.key);
        return (
          field && (
            <ConditionChip
              key={`${condition.key} ${condition.operator} ${JSON.stringify(condition.value)}`}
              field={field}
              condition={condition}
              onChange={(next) => setCondition(index, next)}
            />
          )
        );
      })}
      {adding && (
        <ConditionChip
          field={adding}
          condition={null}
          onChange={(next) => setCondition(state.customFields.length, next)}
          openAtFirst
          onClose={done}
        />
      )}
      <Button
        color="inherit"
        aria-label={t("clientPages.filter.addLabel")}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        startIcon={<Add />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ fontWeight: 400, fontSize: "0.8125rem" }}
      >
        {t("clientPages.filter.add")}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {allKeys
          .filter((key) => !shown.includes(key))
          .map((key) => (
            <MenuItem key={key} onClick={() => add(key)}>
              {t(filterLabels[key])}
            </MenuItem>
          ))}
        {fields.length > 0 && (
          <ListSubheader role="presentation" sx={{ lineHeight: "32px" }}>
            {t("clientPages.filter.custom")}
          </ListSubheader>
        )}
        {fields.map(({ key, label }) => (
          <MenuItem key={`field:${key}`} onClick={() => add(`field:${key}`)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

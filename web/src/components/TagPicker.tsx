import { foldText } from "@clientela/shared/normalize/search";
import Add from "@mui/icons-material/Add";
import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfProblem } from "../feedback/problem.ts";
import { type TagOption, useTags } from "../hooks/useTags.ts";
import { TagChip } from "./TagChip.tsx";

interface TagPickerProps {
  value: TagOption[];
  onChange: (tags: TagOption[]) => void;
  /** Shown above the field; where it is not, its name for those who do not see. */
  label: string;
  hideLabel?: boolean;
  autoFocus?: boolean;
}

/** Picks tags, or makes one of what was typed [F104][F35]. */
export function TagPicker({ value, onChange, label, hideLabel = false, autoFocus = false }: TagPickerProps) {
  const { t } = useTranslation();
  const { tags, create } = useTags();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  const choose = async (chosen: (TagOption | string)[]) => {
    setProblem(null);
    const picked: TagOption[] = [];
    const names: string[] = [];
    for (const each of chosen) {
      if (typeof each === "string") names.push(each.trim());
      else if (each.id === newTagId) names.push(each.name);
      else picked.push(each);
    }
    try {
      for (const name of names.filter(Boolean)) {
        const known = tags.find((tag) => foldText(tag.name) === foldText(name)) ?? (await create(name));
        if (!picked.some((tag) => tag.id === known.id)) picked.push(known);
      }
      setTyped("");
      onChange(picked);
    } catch (error) {
      setProblem(t("tags.failed", { reason: textOfProblem(error) }));
    }
  };

  return (
    <FormControl fullWidth error={Boolean(problem)}>
      {!hideLabel && (
        <FormLabel htmlFor={id} sx={{ mb: 0.5 }}>
          {label}
        </FormLabel>
      )}
      <Autocomplete<TagOption, true, false, true>
        id={id}
        multiple
        freeSolo
        autoHighlight
        openOnFocus
        filterSelectedOptions
        options={tags}
        value={value}
        inputValue={typed}
        onInputChange={(_event, text, reason) => reason !== "reset" && setTyped(text)}
        onChange={(_event, chosen) => void choose(chosen)}
        getOptionLabel={(option) => (typeof option === "string" ? option : option.name)}
        isOptionEqualToValue={(option, chosen) => typeof chosen !== "string" && option.id === chosen.id}
        filterOptions={(options, { inputValue }) => {
          const wanted = inputValue.trim();
          const found = options.filter(({ name }) => foldText(name).includes(foldText(wanted)));
          const exists = tags.some(({ name }) => foldText(name) === foldText(wanted));
          return wanted && !exists ? [...found, { id: newTagId, name: wanted, color: "" }] : found;
        }}
        renderOption={({ key, ...props }, option) => (
          <Box component="li" key={key} {...props} sx={{ gap: 1 }}>
            {option.id === newTagId ? (
              <>
                <Add fontSize="small" /> {t("tags.create", { name: option.name })}
              </>
            ) : (
              <TagChip tag={option} />
            )}
          </Box>
        )}
        renderValue={(chosen, getItemProps) =>
          chosen.map((tag, index) => {
            if (typeof tag === "string") return null;
            const { key, onDelete } = getItemProps({ index });
            return (
              <Box key={key} sx={{ m: "2px" }}>
                <TagChip tag={tag} onRemove={() => onDelete(null)} removeLabel={t("tags.remove", { name: tag.name })} />
              </Box>
            );
          })
        }
        renderInput={({ slotProps, ...params }) => (
          <OutlinedInput
            {...slotProps.input}
            id={params.id}
            disabled={params.disabled}
            fullWidth
            autoFocus={autoFocus}
            placeholder={value.length === 0 ? t("tags.pick") : undefined}
            inputProps={{ ...slotProps.htmlInput, ...(hideLabel && { "aria-label": label }) }}
          />
        )}
      />
      {problem && <FormHelperText role="alert">{problem}</FormHelperText>}
    </FormControl>
  );
}

const newTagId = "new";

import { foldText } from "@clientela/shared/normalize/fold";
import Add from "@mui/icons-material/Add";
import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import CircularProgress from "@mui/material/CircularProgress";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { textOfProblem } from "../feedback/problem.ts";
import { usePendingWork } from "../form/pendingWork.ts";
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

/** Picks tags, or makes one of what was typed [F104][F35]; the form around it waits until what is made is there. */
export function TagPicker({ value, onChange, label, hideLabel = false, autoFocus = false }: TagPickerProps) {
  const { t } = useTranslation();
  const { tags, create } = useTags();
  const { track } = usePendingWork();
  const [typed, setTyped] = useState("");
  const [making, setMaking] = useState<string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  // Tags may be on their way while one goes on: each joins what is picked by the time it is there.
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };
  const pick = (next: TagOption[]) => {
    latest.current.value = next;
    latest.current.onChange(next);
  };

  const make = async (name: string) => {
    setMaking((names) => [...names, name]);
    try {
      const made = await create(name);
      pick([...latest.current.value, made]);
    } catch (error) {
      setProblem(t("tags.failed", { reason: textOfProblem(error) }));
      setTyped((now) => now || name);
      throw error;
    } finally {
      setMaking((names) => names.filter((each) => each !== name));
    }
  };

  const choose = (chosen: (TagOption | string)[]) => {
    setProblem(null);
    setTyped("");
    const picked: TagOption[] = [];
    for (const each of chosen) {
      const name = typeof each === "string" ? each.trim() : each.name;
      const known =
        typeof each !== "string" && each.id ? each : tags.find((tag) => foldText(tag.name) === foldText(name));
      if (known) picked.push(known);
      else if (name && !making.some((other) => foldText(other) === foldText(name))) {
        const work = make(name);
        track(work);
        // Told beside the field already.
        work.catch(() => undefined);
      }
    }
    const distinct = picked.filter((tag, index) => picked.findIndex(({ id: other }) => other === tag.id) === index);
    if (distinct.map(({ id: each }) => each).join() !== value.map(({ id: each }) => each).join()) pick(distinct);
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
        value={[...value, ...making.map(unmade)]}
        inputValue={typed}
        onInputChange={(_event, text, reason) => reason !== "reset" && setTyped(text)}
        onChange={(_event, chosen) => choose(chosen)}
        getOptionLabel={(option) => (typeof option === "string" ? option : option.name)}
        isOptionEqualToValue={(option, chosen) =>
          typeof chosen !== "string" && option.id !== "" && option.id === chosen.id
        }
        filterOptions={(options, { inputValue }) => {
          const wanted = inputValue.trim();
          const found = options.filter(({ name }) => foldText(name).includes(foldText(wanted)));
          const exists = tags.some(({ name }) => foldText(name) === foldText(wanted));
          return wanted && !exists ? [...found, unmade(wanted)] : found;
        }}
        renderOption={({ key, ...props }, option) => (
          <Box component="li" key={key} {...props} sx={{ gap: 1 }}>
            {option.id === "" ? (
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
            if (!tag.id)
              return (
                <Box key={tag.name} role="status" sx={makingSx}>
                  <CircularProgress size={12} color="inherit" aria-hidden /> {tag.name}
                </Box>
              );
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

/** A tag that has a name only, for it is made when it is chosen. */
const unmade = (name: string): TagOption => ({ id: "", name, color: "" });

const makingSx = {
  display: "inline-flex",
  alignItems: "center",
  gap: 0.5,
  height: 22,
  m: "2px",
  px: 1,
  fontSize: "caption.fontSize",
  color: "text.secondary",
} as const;

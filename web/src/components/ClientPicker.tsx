import Autocomplete from "@mui/material/Autocomplete";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type Ref, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClientChoicesQuery } from "../hooks/clientChoices.generated.ts";

export interface PickedClient {
  id: string;
  name: string;
}

interface ClientPickerProps {
  value: PickedClient | null;
  onChange: (client: PickedClient | null) => void;
  /** Ties it to a label and a hint; without one `label` names it. */
  id?: string | undefined;
  label?: string | undefined;
  describedBy?: string | undefined;
  error?: boolean | undefined;
  /** Its name in a form around it. */
  name?: string | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
}

const pause = 150;

/** One client of all, found as in search. */
export function ClientPicker({
  value,
  onChange,
  id,
  label,
  describedBy,
  error = false,
  name,
  inputRef,
}: ClientPickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, previousData, loading } = useClientChoicesQuery({ variables: { search } });
  const found = (data ?? previousData)?.clients.nodes ?? [];
  return (
    <Autocomplete
      {...(id && { id })}
      options={found}
      value={value}
      loading={loading}
      autoHighlight
      onChange={(_event, client) => onChange(client)}
      onInputChange={(_event, text, reason) => setTyped(reason === "input" ? text : "")}
      filterOptions={(all) => all}
      getOptionKey={(client) => client.id}
      getOptionLabel={(client) => client.name}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={t("form.noMatch")}
      loadingText={t("common.loading")}
      openText={t("form.open")}
      closeText={t("common.close")}
      clearText={t("form.clear")}
      renderInput={({ id: inputId, size: _size, fullWidth, disabled, slotProps }) => (
        <OutlinedInput
          {...slotProps.input}
          id={inputId}
          fullWidth={fullWidth}
          disabled={disabled}
          error={error}
          name={name}
          inputRef={inputRef}
          {...(label && { placeholder: label })}
          slotProps={{
            input: {
              ...slotProps.htmlInput,
              ...(label && { "aria-label": label }),
              ...(describedBy && { "aria-describedby": describedBy }),
            },
          }}
        />
      )}
    />
  );
}

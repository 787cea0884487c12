import { addressTypes } from "@clientela/shared/clients/words";
import Add from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useFieldArray, useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { ChoiceInput } from "../../../form/ChoiceInput.tsx";
import { SelectInput } from "../../../form/SelectInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { countryChoices } from "../../../i18n/names.ts";
import { emptyAddress } from "./formValues.ts";

/** The client's addresses: the main one first, then billing and shipping as needed [F21][F22][F23]. */
export function AddressesInput() {
  const { t, i18n } = useTranslation();
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: "addresses" });
  const types = addressTypes.map((value) => ({ value, label: t(`clients.addressType.${value}`) }));
  return (
    <Box sx={{ display: "grid", gap: 3 }}>
      {fields.map((field, index) => (
        <Box
          key={field.id}
          role="group"
          aria-label={`${t("clientPages.form.section.address")} ${index + 1}`}
          sx={pairs}
        >
          {fields.length > 1 && (
            <Box sx={{ ...wide, display: "flex", alignItems: "end", gap: 1 }}>
              <SelectInput
                name={`addresses.${index}.type`}
                label={t("clientPages.form.address.type")}
                options={types}
              />
              <Button color="error" onClick={() => remove(index)}>
                {t("clientPages.form.address.remove")}
              </Button>
            </Box>
          )}
          <Box sx={wide}>
            <TextInput
              name={`addresses.${index}.line1`}
              label={t("clientPages.form.address.line1")}
              autoComplete="off"
            />
          </Box>
          <Box sx={wide}>
            <TextInput
              name={`addresses.${index}.line2`}
              label={t("clientPages.form.address.line2")}
              autoComplete="off"
            />
          </Box>
          <TextInput name={`addresses.${index}.city`} label={t("clientPages.form.address.city")} autoComplete="off" />
          <TextInput
            name={`addresses.${index}.postalCode`}
            label={t("clientPages.form.address.postalCode")}
            autoComplete="off"
          />
          <TextInput
            name={`addresses.${index}.region`}
            label={t("clientPages.form.address.region")}
            autoComplete="off"
          />
          <ChoiceInput
            name={`addresses.${index}.country`}
            label={t("clientPages.form.address.country")}
            options={countryChoices(i18n.language)}
            clearable
          />
        </Box>
      ))}
      <Box>
        <Button startIcon={<Add />} onClick={() => append(emptyAddress(fields.length === 1 ? "BILLING" : "SHIPPING"))}>
          {t("clientPages.form.address.add")}
        </Button>
      </Box>
    </Box>
  );
}

const pairs = {
  display: "grid",
  gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "repeat(2, minmax(0, 1fr))" },
  gap: 2,
};
const wide = { gridColumn: "1 / -1" };

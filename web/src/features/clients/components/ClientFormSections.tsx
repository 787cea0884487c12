import Box from "@mui/material/Box";
import { get, useFormContext, useFormState, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type FormSectionKey, fieldsOfSection, inputName } from "../formFields.ts";
import { ClientFormField } from "./ClientFormField.tsx";
import { FormSection } from "./FormSection.tsx";

interface ClientFormSectionsProps {
  /** Creation folds what is optional; the full form shows everything. */
  folded: boolean;
}

const optional = ["contact", "fiscal", "address", "more"] as const satisfies readonly FormSectionKey[];

/** All fields of a client in their sections, read from the field registry. */
export function ClientFormSections({ folded }: ClientFormSectionsProps) {
  const { t } = useTranslation();
  const { control } = useFormContext();
  const { errors } = useFormState({ control });
  const [kind, country] = useWatch({ control, name: ["kind", "taxProfile.country"] }) as (string | null)[];
  return (
    <>
      <Box sx={{ display: "grid", gap: 2 }}>
        {fieldsOfSection("basic", { kind, country }).map((key) => (
          <ClientFormField key={key} fieldKey={key} autoFocus={folded && key === "name"} />
        ))}
      </Box>
      <div>
        {optional.map((section) => {
          const keys = fieldsOfSection(section, { kind, country });
          return (
            <FormSection
              key={section}
              title={t(`clientPages.form.section.${section}`)}
              folded={folded}
              wrong={keys.some((key) => get(errors, inputName(key)))}
            >
              {keys.map((key) => (
                <ClientFormField key={key} fieldKey={key} />
              ))}
            </FormSection>
          );
        })}
      </div>
    </>
  );
}

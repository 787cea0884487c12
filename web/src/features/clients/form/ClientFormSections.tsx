import type { ClientFieldKey } from "@clientela/shared/clients/fields";
import type { ContactNeeded } from "@clientela/shared/clients/rules";
import Box from "@mui/material/Box";
import { get, useFormContext, useFormState, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { CustomField } from "../../../hooks/useCustomFields.ts";
import { ClientFormField } from "./ClientFormField.tsx";
import { CustomFieldInput } from "./CustomFieldInput.tsx";
import { FormSection } from "./FormSection.tsx";
import { type FormSectionKey, fieldsOfSection, inputName } from "./formFields.ts";

interface ClientFormSectionsProps {
  /** Creation folds what is optional; the full form shows everything, two fields beside each other. */
  folded: boolean;
  /** How the business wants clients to be reached. */
  needs: ContactNeeded;
  /** Fields that the viewer may not see, and so not write. */
  without?: readonly ClientFieldKey[];
  /** The business's own fields. */
  customFields: readonly CustomField[];
}

const optional = ["contact", "fiscal", "address", "more"] as const satisfies readonly FormSectionKey[];

/** All fields of a client in their sections, read from the field registry. */
export function ClientFormSections({ folded, needs, without = [], customFields }: ClientFormSectionsProps) {
  const { t } = useTranslation();
  const { control } = useFormContext();
  const { errors } = useFormState({ control });
  const [kind, country] = useWatch({ control, name: ["kind", "taxProfile.country"] }) as (string | null)[];
  const fields = (section: FormSectionKey) =>
    fieldsOfSection(section, { kind, country }).filter((key) => !without.includes(key));
  const layout = folded ? oneColumn : twoColumns;
  return (
    <>
      <Box sx={layout}>
        {fields("basic").map((key) => (
          <ClientFormField
            key={key}
            fieldKey={key}
            required={key === "name" || (key === "email" && needs === "email")}
            hint={key === "email" && needs === "either" ? t("clientPages.form.emailOrPhone") : undefined}
            autoFocus={folded && key === "name"}
          />
        ))}
      </Box>
      <div>
        {customFields.length > 0 && (
          <FormSection
            title={t("clientPages.form.section.custom")}
            heading={folded ? "h3" : "h2"}
            folded={folded && !customFields.some(({ required }) => required)}
            wrong={Boolean(get(errors, "customFields"))}
          >
            <Box sx={layout}>
              {customFields.map((field) => (
                <CustomFieldInput key={field.id} field={field} />
              ))}
            </Box>
          </FormSection>
        )}
        {optional.map((section) => {
          const keys = fields(section);
          return (
            <FormSection
              key={section}
              title={t(`clientPages.form.section.${section}`)}
              heading={folded ? "h3" : "h2"}
              folded={folded && !(section === "contact" && needs === "either")}
              wrong={keys.some((key) => get(errors, inputName(key)))}
            >
              <Box sx={section === "address" ? oneColumn : layout}>
                {keys.map((key) => (
                  <ClientFormField key={key} fieldKey={key} />
                ))}
              </Box>
            </FormSection>
          );
        })}
      </div>
    </>
  );
}

const oneColumn = { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: 2 } as const;
const twoColumns = {
  ...oneColumn,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "repeat(2, minmax(0, 1fr))" },
} as const;

import type { ClientFieldKey } from "@clientela/shared/clients/fields";

const taxFields = ["taxProfile.legalName", "taxProfile.country"] as const satisfies readonly ClientFieldKey[];

/**
 * The tax fields a country asks for, in the form's order. A Panamanian RUC has a check digit and a type [F18]. Italy
 * has a fiscal code beside the VAT number [F20]. Elsewhere there is a number and its kind of registration.
 */
export function taxFieldsOf(country: string | null | undefined): ClientFieldKey[] {
  switch (country) {
    case "PA":
      return [...taxFields, "taxProfile.taxId", "taxProfile.checkDigit", "taxProfile.rucType"];
    case "IT":
      return [...taxFields, "taxProfile.taxId", "taxProfile.fiscalCode"];
    default:
      return [...taxFields, "taxProfile.idType", "taxProfile.taxId"];
  }
}

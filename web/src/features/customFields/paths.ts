/** The definitions of the business's own fields. */
export const customFieldsPath = "/settings/fields";

/** The definition of one field, opened over the others. */
export const customFieldPath = (id: string) => `${customFieldsPath}?field=${encodeURIComponent(id)}`;

import { paths } from "@clientela/shared/paths";

/** The definition of one of the business's own fields, opened over the others in settings. */
export const customFieldPath = (id: string) => `${paths.fields}?field=${encodeURIComponent(id)}`;

/** What is wrong with one field of a form; `path` is dotted. */
export interface Wrong {
  path: string;
  message: string;
}

/** All errors of react-hook-form's tree, each under its path; `root` belongs to the form itself. */
export function wrongFields(errors: object, under = ""): Wrong[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (!error || typeof error !== "object" || (!under && name === "root")) return [];
    const path = under + name;
    if (typeof error.type === "string") return [{ path, message: String(error.message ?? "") }];
    return wrongFields(error, `${path}.`);
  });
}

/** The paths among those that are wrong whose inputs can be seen now, in the order of the page. */
export const pathsInSight = (form: HTMLFormElement, wrong: readonly Wrong[]): string[] => {
  const paths = new Set(wrong.map(({ path }) => path));
  const seen = [...form.elements].filter((input) => input.checkVisibility()).map((input) => input.getAttribute("name"));
  return [...new Set(seen)].filter((name): name is string => name !== null && paths.has(name));
};

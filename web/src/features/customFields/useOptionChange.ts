import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "../../apollo/errors.ts";
import { textOfProblem } from "../../feedback/problem.ts";
import { CustomFieldsDocument } from "../../hooks/reference.generated.ts";
import type { CustomField } from "../../hooks/useCustomFields.ts";
import {
  RemoveCustomFieldOptionDocument,
  RenameCustomFieldOptionDocument,
  type RenameCustomFieldOptionMutation,
} from "./customFields.generated.ts";

/** An option that was renamed, merged into another or, with no `to`, taken away everywhere. */
export interface OptionChange extends Omit<RenameCustomFieldOptionMutation["renameCustomFieldOption"], "__typename"> {
  kind: "renamed" | "removed";
  from: string;
  to: string | null;
}

interface Asked {
  field: CustomField;
  option: string;
  onChanged: (change: OptionChange) => void;
  /** Somebody else changed the definition meanwhile: what it is now. */
  onConflict: (theirs: CustomField) => void;
}

/**
 * Changes an option in every record and filter. Somebody else's change of the field is told once, with the field's
 * present state [F122][F124]. A person who goes on works on that state.
 */
export function useOptionChange({ field, option, onChanged, onConflict }: Asked) {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const [version, setVersion] = useState(field.version);
  const [problem, setProblem] = useState<string | undefined>();
  const [saving, setSaving] = useState(false);

  const attempt = async (change: () => Promise<OptionChange | undefined>) => {
    if (saving) return;
    setSaving(true);
    setProblem(undefined);
    try {
      const done = await change();
      if (done) onChanged(done);
    } catch (error) {
      if (codeOf(error) === "CONFLICT") await tell();
      else setProblem(textOfProblem(error));
    } finally {
      setSaving(false);
    }
  };
  const tell = async () => {
    const { data } = await apollo.query({ query: CustomFieldsDocument, fetchPolicy: "network-only" });
    const theirs = data?.customFields.find(({ id }) => id === field.id);
    if (!theirs) return setProblem(t("errors.notFound"));
    setVersion(theirs.version);
    onConflict(theirs);
    const definition = [theirs.label, theirs.options.join(", ")].join(" · ");
    setProblem(t("customFields.page.optionConflict", { definition }));
  };
  return {
    problem,
    setProblem,
    rename: (to: string) =>
      attempt(async () => {
        const { data } = await apollo.mutate({
          mutation: RenameCustomFieldOptionDocument,
          variables: { id: field.id, from: option, to, expectedVersion: version },
        });
        return data && { ...data.renameCustomFieldOption, kind: "renamed", from: option, to };
      }),
    remove: (replacement: string | null) =>
      attempt(async () => {
        const { data } = await apollo.mutate({
          mutation: RemoveCustomFieldOptionDocument,
          variables: { id: field.id, option, replacement, expectedVersion: version },
        });
        return data && { ...data.removeCustomFieldOption, kind: "removed", from: option, to: replacement };
      }),
  };
}

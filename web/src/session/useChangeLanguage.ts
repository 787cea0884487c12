import { useApolloClient } from "@apollo/client/react";
import { toastProblem } from "../feedback/problem.ts";
import { type Language, switchLanguage } from "../i18n/i18n.ts";
import { SaveLanguageDocument } from "./session.generated.ts";

/** Switches the language, here at once and with the person for every other browser. */
export function useChangeLanguage(): (language: Language) => Promise<void> {
  const client = useApolloClient();
  return async (language) => {
    try {
      await switchLanguage(language);
      await client.mutate({ mutation: SaveLanguageDocument, variables: { locale: language } });
      // Lines the server writes in the person's language, such as a timeline's summaries.
      await client.refetchQueries({ include: "active" });
    } catch (error) {
      toastProblem(error);
    }
  };
}

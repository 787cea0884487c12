import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { askAndDo } from "../../feedback/askAndDo.ts";
import { useFormats } from "../../i18n/format.ts";
import { forgetTag } from "./forgetTag.ts";
import { DeleteTagDocument, type TagRow_TagFragment } from "./tags.generated.ts";

/** Says how many clients have the tag, asks, and deletes it everywhere. */
export function useDeleteTag(): (tag: TagRow_TagFragment) => Promise<void> {
  const { t } = useTranslation();
  const { number } = useFormats();
  const apollo = useApolloClient();
  return ({ id, name, clientCount }) =>
    askAndDo(
      {
        title: t("tags.page.deleteTitle", { name }),
        text: t("tags.page.deleteText", { count: clientCount, formatted: number(clientCount) }),
        confirmLabel: t("common.delete"),
        danger: true,
      },
      async () => {
        await apollo.mutate({ mutation: DeleteTagDocument, variables: { id } });
        forgetTag(apollo, id);
      },
      t("tags.page.deleted", { name }),
    );
}

import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { askAndDo } from "../../feedback/askAndDo.ts";
import { useFormats } from "../../i18n/format.ts";
import { SettingsListPage } from "../../lists/SettingsListPage.tsx";
import { LinkWithCount, RowName, SettingsRows } from "../../lists/SettingsRows.tsx";
import { useViewer } from "../../session/useSession.ts";
import { clientsMatching } from "../clients/paths.ts";
import { ListForm } from "./components/ListForm.tsx";
import {
  ClientListsPageDocument,
  type ListRow_ListFragment,
  useClientListsPageQuery,
  useDeleteClientListMutation,
} from "./lists.generated.ts";

/** The named lists of clients, newsletters among them, each with the way to its clients [F115][F116]. */
export function ListsPage() {
  const { t } = useTranslation();
  const { can } = useViewer();
  const { number } = useFormats();
  const query = useClientListsPageQuery({ fetchPolicy: "cache-and-network" });
  const [remove] = useDeleteClientListMutation({ refetchQueries: [ClientListsPageDocument] });
  const deleteList = ({ id, name, clientCount }: ListRow_ListFragment) =>
    askAndDo(
      {
        title: t("lists.deleteTitle", { name }),
        text: t("lists.deleteText", { count: clientCount, formatted: number(clientCount) }),
        confirmLabel: t("common.delete"),
        danger: true,
      },
      () => remove({ variables: { id } }),
      t("lists.deleted", { name }),
    );
  return (
    <SettingsListPage
      query={query}
      of={({ clientLists }) => clientLists}
      texts={{
        title: (count) => t("lists.count", { count }),
        intro: t("lists.intro"),
        empty: t("lists.empty"),
        create: t("lists.create"),
        edit: ({ name }) => t("lists.edit", { name }),
      }}
      rows={(lists) => (
        <SettingsRows
          records={lists}
          nameOf={({ name }) => name}
          row={({ id, name, newsletter, clientCount }) => (
            <>
              <RowName name={name}>
                {newsletter && (
                  <Typography variant="body2" color="textSecondary">
                    {t("lists.newsletter")}
                  </Typography>
                )}
              </RowName>
              <LinkWithCount to={clientsMatching({ listIds: [id] })}>
                {t("lists.clients", { count: clientCount, formatted: number(clientCount) })}
              </LinkWithCount>
            </>
          )}
          actions={(list) =>
            can("lists.delete") ? [{ label: t("common.delete"), run: () => void deleteList(list), danger: true }] : []
          }
        />
      )}
      form={(list, close) => <ListForm list={list} onClose={close} />}
    />
  );
}

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { Loaded } from "../../components/Loaded.tsx";
import { Message } from "../../components/Message.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { RowMenu } from "../../components/RowMenu.tsx";
import { Section } from "../../components/Section.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { confirm } from "../../feedback/confirm.ts";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { useFormats } from "../../i18n/format.ts";
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
  const [shown, setShown] = useSearchParam("edit");
  const [remove] = useDeleteClientListMutation({ refetchQueries: [ClientListsPageDocument] });
  const close = () => setShown(null);

  const deleteList = async ({ id, name, clientCount }: ListRow_ListFragment) => {
    const sure = await confirm({
      title: t("lists.deleteTitle", { name }),
      text: t("lists.deleteText", { count: clientCount, formatted: number(clientCount) }),
      confirmLabel: t("common.delete"),
      danger: true,
    });
    if (!sure) return;
    try {
      await remove({ variables: { id } });
      toast(t("lists.deleted", { name }));
    } catch (error) {
      toastProblem(error);
    }
  };
  const actionsOf = (list: ListRow_ListFragment) => [
    { label: t("common.edit"), run: () => setShown(list.id) },
    ...(can("lists.delete")
      ? [{ label: t("common.delete"), run: () => void deleteList(list), danger: true as const }]
      : []),
  ];
  const create = (
    <Button variant="contained" onClick={() => setShown("new")}>
      {t("lists.create")}
    </Button>
  );
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={4} height={48} />}>
        {({ clientLists }) => {
          const edited = clientLists.find(({ id }) => id === shown);
          return (
            <>
              {clientLists.length === 0 ? (
                <Message title={t("lists.empty")} actions={create}>
                  {t("lists.intro")}
                </Message>
              ) : (
                <Section
                  title={t("lists.count", { count: clientLists.length })}
                  intro={t("lists.intro")}
                  actions={create}
                >
                  <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
                    {clientLists.map((list) => (
                      <Box component="li" key={list.id} sx={rowSx}>
                        <Box sx={{ minWidth: 0, flex: 1, py: 0.75, overflowWrap: "anywhere" }}>
                          <Box sx={{ fontWeight: 600 }}>{list.name}</Box>
                          {list.newsletter && (
                            <Typography variant="body2" color="textSecondary">
                              {t("lists.newsletter")}
                            </Typography>
                          )}
                        </Box>
                        <Link
                          component={RouterLink}
                          to={clientsMatching({ listIds: [list.id] })}
                          underline="hover"
                          className="tabular"
                          sx={{ lineHeight: "24px", whiteSpace: "nowrap" }}
                        >
                          {t("lists.clients", { count: list.clientCount, formatted: number(list.clientCount) })}
                        </Link>
                        <RowMenu label={t("people.actionsFor", { name: list.name })} actions={actionsOf(list)} />
                      </Box>
                    ))}
                  </Box>
                </Section>
              )}
              <SidePanel
                title={edited ? t("lists.edit", { name: edited.name }) : t("lists.create")}
                open={edited !== undefined || shown === "new"}
                onClose={close}
              >
                <ListForm key={shown} list={edited} onClose={close} />
              </SidePanel>
            </>
          );
        }}
      </Loaded>
    </PageBody>
  );
}

const rowSx = { display: "flex", alignItems: "center", gap: 2, minHeight: 48, borderBottom: 1, borderColor: "divider" };

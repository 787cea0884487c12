import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { activityIconOf } from "../../components/activityIcons.ts";
import { Loaded } from "../../components/Loaded.tsx";
import { Message } from "../../components/Message.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { RowMenu } from "../../components/RowMenu.tsx";
import { Section } from "../../components/Section.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { useActivityKindsQuery } from "../../hooks/reference.generated.ts";
import type { ActivityKind } from "../../hooks/useActivityKinds.ts";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { useArchiveActivityKindMutation } from "./activityKinds.generated.ts";
import { ActivityKindForm } from "./components/ActivityKindForm.tsx";

/** The business's own kinds of activities, those that are offered and those that are no more [F105]. */
export function ActivityKindsPage() {
  const { t } = useTranslation();
  const query = useActivityKindsQuery({ fetchPolicy: "cache-and-network" });
  const [shown, setShown] = useSearchParam("edit");
  const [set] = useArchiveActivityKindMutation();
  const close = () => setShown(null);

  const setArchived = async ({ id, label }: ActivityKind, archived: boolean) => {
    try {
      await set({ variables: { id, archived } });
      toast(
        archived ? t("activityKinds.archived", { name: label }) : t("activityKinds.restored", { name: label }),
        archived
          ? { action: { label: t("common.undo"), run: () => void setArchived({ id, label } as ActivityKind, false) } }
          : {},
      );
    } catch (error) {
      toastProblem(error);
    }
  };
  const listOf = (kinds: readonly ActivityKind[]) => (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {kinds.map((kind) => {
        const Icon = activityIconOf(kind.icon);
        return (
          <Box component="li" key={kind.id} sx={rowSx}>
            <Icon sx={{ fontSize: 20 }} style={{ color: kind.color }} />
            <Box sx={{ flex: 1, minWidth: 0, py: 0.75, overflowWrap: "anywhere", fontWeight: 600 }}>{kind.label}</Box>
            <RowMenu
              label={t("people.actionsFor", { name: kind.label })}
              actions={[
                { label: t("common.edit"), run: () => setShown(kind.id) },
                {
                  label: kind.archived ? t("activityKinds.restore") : t("activityKinds.archive"),
                  run: () => void setArchived(kind, !kind.archived),
                },
              ]}
            />
          </Box>
        );
      })}
    </Box>
  );
  const create = (
    <Button variant="contained" onClick={() => setShown("new")}>
      {t("activityKinds.create")}
    </Button>
  );
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={4} height={48} />}>
        {({ activityKinds }) => {
          const edited = activityKinds.find(({ id }) => id === shown);
          const offered = activityKinds.filter(({ archived }) => !archived);
          const archived = activityKinds.filter((kind) => kind.archived);
          return (
            <>
              {offered.length === 0 ? (
                <Message title={t("activityKinds.empty")} actions={create}>
                  {t("activityKinds.intro")}
                </Message>
              ) : (
                <Section
                  title={t("activityKinds.count", { count: offered.length })}
                  intro={t("activityKinds.intro")}
                  actions={create}
                >
                  {listOf(offered)}
                </Section>
              )}
              {archived.length > 0 && (
                <Section title={t("activityKinds.archivedTitle")} intro={t("activityKinds.archivedIntro")}>
                  {listOf(archived)}
                </Section>
              )}
              <SidePanel
                title={edited ? t("activityKinds.edit", { name: edited.label }) : t("activityKinds.create")}
                open={edited !== undefined || shown === "new"}
                onClose={close}
              >
                <ActivityKindForm key={shown} kind={edited} onClose={close} />
              </SidePanel>
            </>
          );
        }}
      </Loaded>
    </PageBody>
  );
}

const rowSx = {
  display: "flex",
  alignItems: "center",
  gap: 1.5,
  minHeight: 48,
  borderBottom: 1,
  borderColor: "divider",
};

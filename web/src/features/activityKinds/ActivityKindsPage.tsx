import { useTranslation } from "react-i18next";
import { activityIconOf } from "../../components/activityIcons.ts";
import { Section } from "../../components/Section.tsx";
import { toastProblem } from "../../feedback/problem.ts";
import { toast } from "../../feedback/toast.ts";
import { useActivityKindsQuery } from "../../hooks/reference.generated.ts";
import type { ActivityKind } from "../../hooks/useActivityKinds.ts";
import { SettingsListPage } from "../../lists/SettingsListPage.tsx";
import { RowName, SettingsRows } from "../../lists/SettingsRows.tsx";
import { useArchiveActivityKindMutation } from "./activityKinds.generated.ts";
import { ActivityKindForm } from "./components/ActivityKindForm.tsx";

/** The business's own kinds of activities, those that are offered and those that are no more [F105]. */
export function ActivityKindsPage() {
  const { t } = useTranslation();
  const query = useActivityKindsQuery({ fetchPolicy: "cache-and-network" });
  const [set] = useArchiveActivityKindMutation();

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
  const rowsOf = (kinds: readonly ActivityKind[]) => (
    <SettingsRows
      records={kinds}
      nameOf={({ label }) => label}
      row={({ icon, color, label }) => {
        const Icon = activityIconOf(icon);
        return (
          <>
            <Icon sx={{ fontSize: 20 }} style={{ color }} />
            <RowName name={label} />
          </>
        );
      }}
      actions={(kind) => [
        {
          label: kind.archived ? t("activityKinds.restore") : t("activityKinds.archive"),
          run: () => void setArchived(kind, !kind.archived),
        },
      ]}
    />
  );
  return (
    <SettingsListPage
      query={query}
      of={({ activityKinds }) => activityKinds}
      listed={({ archived }) => !archived}
      texts={{
        title: (count) => t("activityKinds.count", { count }),
        intro: t("activityKinds.intro"),
        empty: t("activityKinds.empty"),
        create: t("activityKinds.create"),
        edit: ({ label }) => t("activityKinds.edit", { name: label }),
      }}
      rows={rowsOf}
      below={({ activityKinds }) => {
        const archived = activityKinds.filter((kind) => kind.archived);
        return (
          archived.length > 0 && (
            <Section title={t("activityKinds.archivedTitle")} intro={t("activityKinds.archivedIntro")}>
              {rowsOf(archived)}
            </Section>
          )
        );
      }}
      form={(kind, close) => <ActivityKindForm kind={kind} onClose={close} />}
    />
  );
}

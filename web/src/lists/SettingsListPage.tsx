import type { ErrorLike } from "@apollo/client";
import type { ReactNode } from "react";
import { Loaded } from "../components/Loaded.tsx";
import { PageBody } from "../components/PageBody.tsx";
import { TableSkeleton } from "../components/TableSkeleton.tsx";
import { useSearchParam } from "../hooks/useSearchParam.ts";
import { EditPanel, newRecord } from "../records/EditPanel.tsx";
import { SettingsList } from "./SettingsList.tsx";

interface SettingsListPageProps<Data, R> {
  /** What a query hook returned. */
  query: { data?: Data | undefined; error?: ErrorLike | undefined; refetch: () => unknown };
  /** The records that can be edited. */
  of: (data: Data) => readonly R[];
  /** Those of them that stand in the list, if not all do. */
  listed?: (record: R) => boolean;
  texts: {
    title: (count: number) => string;
    intro: string;
    empty: string;
    create: string;
    edit: (record: R) => string;
  };
  /** The address's parameter that says what is edited. */
  parameter?: string;
  rows: (records: readonly R[]) => ReactNode;
  /** More that the page shows, below. */
  below?: (data: Data) => ReactNode;
  form: (record: R | undefined, close: () => void) => ReactNode;
}

/** A page on which a business names its own things: their list, and the panel to make and edit one. */
export function SettingsListPage<Data, R extends { id: string }>(props: SettingsListPageProps<Data, R>) {
  const { query, of, listed = () => true, texts, parameter = "edit", rows, below, form } = props;
  const [, show] = useSearchParam(parameter);
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={6} height={48} />}>
        {(data) => {
          const records = of(data);
          const shown = records.filter(listed);
          return (
            <>
              <SettingsList
                count={shown.length}
                title={texts.title(shown.length)}
                intro={texts.intro}
                empty={{ title: texts.empty, text: texts.intro }}
                create={{ label: texts.create, run: () => show(newRecord) }}
              >
                {rows(shown)}
              </SettingsList>
              {below?.(data)}
              <EditPanel
                parameter={parameter}
                records={records}
                titleOf={(record) => (record ? texts.edit(record) : texts.create)}
              >
                {form}
              </EditPanel>
            </>
          );
        }}
      </Loaded>
    </PageBody>
  );
}

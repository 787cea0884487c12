import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../components/Loaded.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { SettingsList } from "../../lists/SettingsList.tsx";
import { ApiKeyForm } from "./components/ApiKeyForm.tsx";
import { ApiKeySecret } from "./components/ApiKeySecret.tsx";
import { ApiKeysTable } from "./components/ApiKeysTable.tsx";
import { Example } from "./components/Example.tsx";
import { type CreateApiKeyMutation, useApiKeysPageQuery } from "./keys.generated.ts";

/** The keys with which other programs use the API. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const query = useApiKeysPageQuery();
  const [creating, setCreating] = useSearchParam("create");
  const [created, setCreated] = useState<CreateApiKeyMutation["createApiKey"] | null>(null);
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={3} height={52} />}>
        {({ apiKeys }) => (
          <SettingsList
            count={apiKeys.length}
            title={t("keys.count", { count: apiKeys.length })}
            intro={t("keys.intro")}
            empty={{ title: t("keys.empty"), text: t("keys.emptyExplain") }}
            create={{ label: t("keys.create"), run: () => setCreating("1") }}
          >
            <ApiKeysTable apiKeys={apiKeys} />
          </SettingsList>
        )}
      </Loaded>
      <Example />
      <SidePanel title={t("keys.panel")} open={creating !== null} onClose={() => setCreating(null)}>
        <ApiKeyForm onClose={() => setCreating(null)} onCreated={setCreated} />
      </SidePanel>
      <SidePanel title={t("keys.createdPanel")} open={created !== null} onClose={() => setCreated(null)}>
        {created && <ApiKeySecret name={created.name} secret={created.secret} onDone={() => setCreated(null)} />}
      </SidePanel>
    </PageBody>
  );
}

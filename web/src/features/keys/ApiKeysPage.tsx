import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../components/Loaded.tsx";
import { Message } from "../../components/Message.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
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
  const create = (
    <Button variant="contained" onClick={() => setCreating("1")} sx={{ flexShrink: 0 }}>
      {t("keys.create")}
    </Button>
  );
  return (
    <PageBody>
      <div>
        <Typography color="textSecondary" sx={{ mb: 2, maxWidth: 640 }}>
          {t("keys.intro")}
        </Typography>
        <Loaded query={query} skeleton={<TableSkeleton rows={3} height={52} />}>
          {({ apiKeys }) =>
            apiKeys.length > 0 ? (
              <>
                <ApiKeysTable apiKeys={apiKeys} />
                <Typography component="div" sx={{ mt: 2 }}>
                  {create}
                </Typography>
              </>
            ) : (
              <Message title={t("keys.empty")} actions={create}>
                {t("keys.emptyExplain")}
              </Message>
            )
          }
        </Loaded>
      </div>
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

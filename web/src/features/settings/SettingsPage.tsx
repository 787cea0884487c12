import { useTranslation } from "react-i18next";
import { PageBody } from "../../components/PageBody.tsx";
import { useSettings, useViewer } from "../../session/useSession.ts";
import { SettingsForm } from "./components/SettingsForm.tsx";
import { SettingsList } from "./components/SettingsList.tsx";

/** The business, its rules about clients, and what its agents may see. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { can } = useViewer();
  const settings = useSettings();
  if (!settings) return null;
  return (
    <PageBody width={640}>
      {can("settings.manage") ? (
        <SettingsForm settings={settings} />
      ) : (
        <SettingsList settings={settings} note={t("settings.readOnly")} />
      )}
    </PageBody>
  );
}

import { clientPath, newClientParameter } from "@clientela/shared/paths";
import { useColorScheme } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { appointmentParameter } from "../features/appointments/paths.ts";
import { taskParameter } from "../features/tasks/paths.ts";
import { currentLanguage, languages, textOf } from "../i18n/i18n.ts";
import { useChangeLanguage } from "../session/useChangeLanguage.ts";
import { useViewer } from "../session/useSession.ts";
import { useSignOut } from "../session/useSignOut.ts";
import type { CommandSearchQuery } from "./command.generated.ts";
import { navOf } from "./nav.ts";

/** One line of the command menu. */
export interface Command {
  id: string;
  group: "clients" | "actions" | "goTo";
  label: string;
  detail?: string;
  run: () => void;
}

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What the typed text offers: the clients found, then the actions and pages that it is part of. */
export function useCommands(text: string, found: CommandSearchQuery["clients"]["nodes"]): Command[] {
  const { t } = useTranslation();
  const { can } = useViewer();
  const navigate = useNavigate();
  const { mode, systemMode, setMode } = useColorScheme();
  const changeLanguage = useChangeLanguage();
  const signOut = useSignOut();
  const dark = (mode === "system" ? systemMode : mode) === "dark";
  const other = languages.find((language) => language !== currentLanguage()) ?? "en";

  const open = (name: string, value: string) =>
    void navigate({
      search: new URLSearchParams({
        ...Object.fromEntries(new URLSearchParams(location.search)),
        [name]: value,
      }).toString(),
    });

  const clients: Command[] = found.map(({ id, name, contactPerson, status }) => ({
    id: `client-${id}`,
    group: "clients",
    label: name,
    detail: [contactPerson, t(`clients.status.${status}`)].filter(Boolean).join(" · "),
    run: () => void navigate(clientPath(id)),
  }));
  const actions: Command[] = [
    ...(can("clients.write")
      ? [
          { id: "new-client", label: t("frame.newClient"), run: () => open(newClientParameter, "1") },
          { id: "new-task", label: t("tasks.page.new"), run: () => open(taskParameter, "new") },
          { id: "new-appointment", label: t("appointments.page.new"), run: () => open(appointmentParameter, "new") },
        ]
      : []),
    { id: "theme", label: dark ? t("frame.toLight") : t("frame.toDark"), run: () => setMode(dark ? "light" : "dark") },
    { id: "language", label: t("command.switchLanguage"), run: () => void changeLanguage(other) },
    { id: "sign-out", label: t("frame.signOut"), run: () => void signOut() },
  ].map((command) => ({ ...command, group: "actions" }));
  const places: Command[] = [...navOf("main"), ...navOf("settings")]
    .filter(({ permission }) => !permission || can(permission))
    .map(({ path, title }) => ({
      id: path,
      group: "goTo",
      label: textOf({ key: title }),
      run: () => void navigate(path),
    }));

  const words = fold(text).split(/\s+/).filter(Boolean);
  const matches = ({ label }: Command) => words.every((word) => fold(label).includes(word));
  return [...clients, ...actions.filter(matches), ...places.filter(matches)];
}

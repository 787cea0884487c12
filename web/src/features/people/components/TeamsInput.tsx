import type { Role } from "@clientela/shared/permissions";
import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { ChoicesInput } from "../../../form/ChoicesInput.tsx";
import { useSettings } from "../../../session/useSession.ts";

interface TeamsInputProps {
  teams: readonly { id: string; name: string }[];
  /** The person's role, where the form does not ask for it. */
  role?: Role;
}

/** The teams of a person, and what becomes of an agent without one. */
export function TeamsInput({ teams, role: present }: TeamsInputProps) {
  const { t } = useTranslation();
  const [role = present, chosen] = useWatch({ name: ["role", "teamIds"] });
  const needed = (useSettings()?.restrictAgentsToTeams ?? true) && role === "AGENT";
  return (
    <ChoicesInput
      name="teamIds"
      label={t("people.teams")}
      required={needed}
      hint={needed && !chosen?.length && t("teams.needed")}
      options={teams.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

import { type Role, roles } from "@clientela/shared/permissions";
import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { SelectInput } from "../form/SelectInput.tsx";
import { useViewer } from "./useSession.ts";

/** A role and a sentence on what it may do; only an owner is offered to make owners. */
export function RoleInput({ current }: { current?: Role }) {
  const { t } = useTranslation();
  const { can } = useViewer();
  const role = useWatch({ name: "role" }) as Role;
  const offered = roles.filter((each) => each !== "OWNER" || can("owners.manage") || current === "OWNER");
  return (
    <SelectInput
      name="role"
      label={t("people.role")}
      required
      hint={t(`people.roleHint.${role}`)}
      options={offered.map((value) => ({ value, label: t(`people.roles.${value}`) }))}
    />
  );
}

import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { type RowAction, RowMenu } from "../components/RowMenu.tsx";
import { useSearchParam } from "../hooks/useSearchParam.ts";

interface SettingsRowsProps<R> {
  records: readonly R[];
  nameOf: (record: R) => string;
  /** What a row shows of its record. */
  row: (record: R) => ReactNode;
  /** What can be done with one beside editing it. */
  actions?: (record: R) => readonly RowAction[];
  /** The address's parameter that says which one is edited. */
  parameter?: string;
  /** False for a person who may only read. */
  editable?: boolean;
}

/** Records of a business's settings, one under the other, each with its menu. */
export function SettingsRows<R extends { id: string }>(props: SettingsRowsProps<R>) {
  const { records, nameOf, row, actions, parameter = "edit", editable = true } = props;
  const { t } = useTranslation();
  const [, edit] = useSearchParam(parameter);
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {records.map((record) => (
        <Box component="li" key={record.id} sx={rowSx}>
          {row(record)}
          {editable && (
            <RowMenu
              label={t("people.actionsFor", { name: nameOf(record) })}
              actions={[{ label: t("common.edit"), run: () => edit(record.id) }, ...(actions?.(record) ?? [])]}
            />
          )}
        </Box>
      ))}
    </Box>
  );
}

/** A row, also for records with another menu. */
export const rowSx = {
  display: "flex",
  alignItems: "center",
  gap: 1.5,
  minHeight: 48,
  borderBottom: 1,
  borderColor: "divider",
} as const;

/** The part of a row that takes the room there is. */
export const RowName = ({ name, children }: { name: ReactNode; children?: ReactNode }) => (
  <Box sx={{ minWidth: 0, flex: 1, py: 0.75, overflowWrap: "anywhere" }}>
    <Box sx={{ fontWeight: 600 }}>{name}</Box>
    {children}
  </Box>
);

/** The way from a row to what it counts. */
export const LinkWithCount = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link
    component={RouterLink}
    to={to}
    underline="hover"
    className="tabular"
    sx={{ minWidth: 88, lineHeight: "24px", textAlign: "right", whiteSpace: "nowrap" }}
  >
    {children}
  </Link>
);

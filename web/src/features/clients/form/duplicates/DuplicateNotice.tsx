import { clientPath } from "@clientela/shared/paths";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { StatusDot } from "../../StatusDot.tsx";
import { type DuplicateMatch, useDuplicates } from "./useDuplicates.ts";

/** Says, while somebody types, which clients may be the same; their records open beside the form [F130]. */
export function DuplicateNotice() {
  const { t } = useTranslation();
  const matches = useDuplicates();
  const clients = byClient(matches);
  const unseen = matches.filter(({ client }) => !client).map(({ field }) => field);
  return (
    // Always there, so that what appears in it is read out; above the buttons, so that no field moves for it.
    <Box
      role="status"
      aria-live="polite"
      sx={{ position: "sticky", bottom: 72, zIndex: 1, flex: 1, display: "grid", alignItems: "end" }}
    >
      {matches.length > 0 && (
        <Alert severity="warning" icon={false} sx={{ fontSize: "0.8125rem", "& .MuiAlert-message": { width: "100%" } }}>
          <Box sx={{ fontWeight: 600 }}>{t("clientPages.duplicates.title")}</Box>
          {clients.map(({ client, fields, exact }) => (
            <Box key={client.id} sx={{ display: "flex", gap: 1, alignItems: "baseline", flexWrap: "wrap", mt: 0.5 }}>
              <Link
                component={RouterLink}
                to={clientPath(client.id)}
                target="_blank"
                rel="noreferrer"
                color="inherit"
                sx={{ fontWeight: 600, overflowWrap: "anywhere" }}
                aria-label={t("clientPages.duplicates.open", { name: client.name })}
              >
                {client.name}
              </Link>
              <StatusDot status={client.status} />
              <span>{reasonOf(fields, exact)}</span>
            </Box>
          ))}
          {unseen.length > 0 && (
            <Box sx={{ mt: 0.5 }}>{t("clientPages.duplicates.unseen", { fields: namesOf([...new Set(unseen)]) })}</Box>
          )}
        </Alert>
      )}
    </Box>
  );

  function reasonOf(fields: string[], exact: boolean): string {
    if (exact) return t("clientPages.duplicates.same", { fields: namesOf(fields) });
    return t("clientPages.duplicates.similar");
  }
  function namesOf(fields: string[]): string {
    const keys = { taxId: "taxProfile_taxId" } as Record<string, "taxProfile_taxId">;
    const names = fields.map((field) => t(`clients.field.${keys[field] ?? (field as "email")}`).toLocaleLowerCase());
    return names.join(", ");
  }
}

/** Every client once, with all that says that it is the same. */
function byClient(matches: readonly DuplicateMatch[]) {
  const found = new Map<string, { client: NonNullable<DuplicateMatch["client"]>; fields: string[]; exact: boolean }>();
  for (const { client, field, exact } of matches) {
    if (!client) continue;
    const known = found.get(client.id);
    if (known) known.fields.push(field);
    else found.set(client.id, { client, fields: [field], exact });
  }
  return [...found.values()];
}

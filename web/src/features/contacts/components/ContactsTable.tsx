import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { StatusDot } from "../../../components/StatusDot.tsx";
import { clientPath } from "../../clients/paths.ts";
import type { ContactRow_ContactFragment } from "../contacts.generated.ts";

const wide = { display: { xs: "none", sm: "table-cell" } };
const wider = { display: { xs: "none", md: "table-cell" } };

/** One row per person; on a phone what they are reached by goes under the name. */
export function ContactsTable({ contacts }: { contacts: readonly ContactRow_ContactFragment[] }) {
  const { t } = useTranslation();
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableCell>{t("contacts.field.name")}</TableCell>
          <TableCell sx={wide}>{t("nav.client")}</TableCell>
          <TableCell sx={wider}>{t("contacts.field.position")}</TableCell>
          <TableCell sx={wide}>{t("contacts.field.email")}</TableCell>
          <TableCell sx={wider}>{t("contacts.field.phone")}</TableCell>
          <TableCell sx={wide}>{t("people.status")}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {contacts.map((contact) => (
          <TableRow key={contact.id} hover>
            <TableCell sx={{ py: { xs: 0.75, sm: 0 } }}>
              <Link
                component={RouterLink}
                to={clientPath(contact.client.id, "contacts")}
                underline="hover"
                sx={{ color: "text.primary", fontWeight: 600, display: "inline-block", lineHeight: "24px" }}
              >
                {contact.name}
              </Link>
              <Box sx={{ display: { sm: "none" }, color: "text.secondary", overflowWrap: "anywhere" }}>
                {[contact.client.name, contact.position, contact.email].filter(Boolean).join(" · ")}
                {!contact.active && <div>{t("people.inactive")}</div>}
              </Box>
            </TableCell>
            <TableCell sx={wide}>
              <Link component={RouterLink} to={clientPath(contact.client.id)} underline="hover">
                {contact.client.name}
              </Link>
            </TableCell>
            <TableCell sx={wider}>{contact.position ?? <None />}</TableCell>
            <TableCell sx={{ ...wide, overflowWrap: "anywhere" }}>{contact.email ?? <None />}</TableCell>
            <TableCell className="tabular" sx={{ ...wider, whiteSpace: "nowrap" }}>
              {contact.phone ?? <None />}
            </TableCell>
            <TableCell sx={wide}>
              {contact.active ? (
                <StatusDot tone="on" label={t("people.active")} />
              ) : (
                <StatusDot tone="off" label={t("people.inactive")} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const None = () => (
  <Box component="span" aria-hidden sx={{ color: "text.secondary" }}>
    —
  </Box>
);

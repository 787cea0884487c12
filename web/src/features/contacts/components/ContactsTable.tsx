import { clientPath } from "@clientela/shared/paths";
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
import { usePhoneFormat } from "../../../i18n/phone.ts";
import type { ContactRow_ContactFragment } from "../contacts.generated.ts";

const wide = { display: { xs: "none", sm: "table-cell" } };
const wider = { display: { xs: "none", md: "table-cell" } };
/** Of a known width, so that no address squeezes the others. */
const tableSx = { tableLayout: { sm: "fixed" }, "& td": { overflowWrap: "anywhere" } } as const;

/** One row per person; on a phone what they are reached by goes under the name. */
export function ContactsTable({ contacts }: { contacts: readonly ContactRow_ContactFragment[] }) {
  const { t } = useTranslation();
  const phone = usePhoneFormat();
  return (
    <Table sx={tableSx}>
      <TableHead>
        <TableRow>
          <TableCell>{t("contacts.field.name")}</TableCell>
          <TableCell sx={{ ...wide, width: "24%" }}>{t("nav.client")}</TableCell>
          <TableCell sx={{ ...wider, width: "18%" }}>{t("contacts.field.position")}</TableCell>
          <TableCell sx={{ ...wide, width: "20%" }}>{t("contacts.field.email")}</TableCell>
          <TableCell sx={{ ...wider, width: 152 }}>{t("contacts.field.phone")}</TableCell>
          <TableCell sx={{ ...wide, width: 104 }}>{t("people.status")}</TableCell>
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
                {!contact.active && <div>{t("contacts.page.inactive")}</div>}
              </Box>
            </TableCell>
            <TableCell sx={wide}>
              <Link
                component={RouterLink}
                to={clientPath(contact.client.id)}
                underline="hover"
                sx={{ display: "inline-block", minHeight: 24, lineHeight: "20px", py: "2px" }}
              >
                {contact.client.name}
              </Link>
            </TableCell>
            <TableCell sx={wider}>{contact.position ?? <None />}</TableCell>
            <TableCell sx={wide}>{contact.email ?? <None />}</TableCell>
            <TableCell className="tabular" sx={wider}>
              {contact.phone ? phone(contact.phone) : <None />}
            </TableCell>
            <TableCell sx={wide}>
              {contact.active ? (
                <StatusDot tone="on" label={t("contacts.page.active")} />
              ) : (
                <StatusDot tone="off" label={t("contacts.page.inactive")} />
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

import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { RowMenu } from "../../../../components/RowMenu.tsx";
import { toastProblem } from "../../../../feedback/problem.ts";
import { toast } from "../../../../feedback/toast.ts";
import { usePhoneFormat } from "../../../../i18n/phone.ts";
import { timelineOfContact } from "../../../timeline/paths.ts";
import { callLink, mailLink } from "../contactLinks.ts";
import {
  ClientContactsDocument,
  type Contact_ContactFragment,
  useSetContactActiveMutation,
} from "./contacts.generated.ts";
import { useSaveContact } from "./useSaveContact.ts";

interface ContactListProps {
  clientId: string;
  contacts: readonly Contact_ContactFragment[];
  editable: boolean;
  /** False where contact data are masked from the viewer [F209]. */
  visible: boolean;
  onEdit: (contact: Contact_ContactFragment) => void;
}

/** The contacts, the primary one first; one that left is deactivated, so that its history stays [F190][F192]. */
export function ContactList({ clientId, contacts, editable, visible, onEdit }: ContactListProps) {
  const { t } = useTranslation();
  const phone = usePhoneFormat();
  const [, setParams] = useSearchParams();
  const [setContactActive] = useSetContactActiveMutation({ refetchQueries: [ClientContactsDocument] });
  const save = useSaveContact(clientId);

  const activate = async ({ id, name }: Contact_ContactFragment, active: boolean) => {
    try {
      await setContactActive({ variables: { id, active } });
      toast(active ? t("contacts.page.activated", { name }) : t("contacts.page.deactivated", { name }));
    } catch (error) {
      toastProblem(error);
    }
  };
  const makePrimary = async (contact: Contact_ContactFragment) => {
    try {
      await save(contact, { primary: true });
      toast(t("contacts.page.madePrimary", { name: contact.name }));
    } catch (error) {
      toastProblem(error);
    }
  };
  const actionsOf = (contact: Contact_ContactFragment) => [
    { label: t("contacts.page.timeline"), run: () => setParams((params) => timelineOfContact(params, contact.id)) },
    ...(editable ? changesOf(contact) : []),
  ];
  const changesOf = (contact: Contact_ContactFragment) => [
    { label: t("common.edit"), run: () => onEdit(contact) },
    ...(contact.active && !contact.primary
      ? [{ label: t("contacts.page.makePrimary"), run: () => void makePrimary(contact) }]
      : []),
    {
      label: contact.active ? t("contacts.page.deactivate") : t("contacts.page.activate"),
      run: () => void activate(contact, !contact.active),
    },
  ];
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {contacts.map((contact) => (
        <Box component="li" key={contact.id} sx={rowSx}>
          <Box sx={{ minWidth: 0, flex: 1, py: 0.75, overflowWrap: "anywhere" }}>
            <Box sx={{ display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
              <Box component="span" sx={{ fontWeight: 600, color: contact.active ? undefined : "text.secondary" }}>
                {contact.name}
              </Box>
              {contact.position && (
                <Box component="span" sx={{ color: "text.secondary" }}>
                  {contact.position}
                </Box>
              )}
              {contact.primary && <Chip size="small" label={t("contacts.page.primary")} />}
              {!contact.active && <Chip size="small" variant="outlined" label={t("contacts.page.inactive")} />}
            </Box>
            <Typography variant="body2" color="textSecondary" component="div">
              {!visible && [contact.email, contact.phone].filter(Boolean).join(" · ")}
              {visible && contact.email && (
                <Link href={mailLink(contact.email)} color="inherit">
                  {contact.email}
                </Link>
              )}
              {visible && contact.email && contact.phone && " · "}
              {visible && contact.phone && (
                <Link href={callLink(contact.phone)} color="inherit">
                  {phone(contact.phone)}
                </Link>
              )}
            </Typography>
          </Box>
          <RowMenu label={t("people.actionsFor", { name: contact.name })} actions={actionsOf(contact)} />
        </Box>
      ))}
    </Box>
  );
}

const rowSx = { display: "flex", alignItems: "center", gap: 2, minHeight: 52, borderBottom: 1, borderColor: "divider" };

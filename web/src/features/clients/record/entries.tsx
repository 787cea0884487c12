import AddCircleOutline from "@mui/icons-material/AddCircleOutlined";
import EditOutlined from "@mui/icons-material/EditOutlined";
import MailOutlined from "@mui/icons-material/MailOutlined";
import PersonOutlined from "@mui/icons-material/PersonOutlined";
import RadioButtonChecked from "@mui/icons-material/RadioButtonChecked";
import RemoveCircleOutline from "@mui/icons-material/RemoveCircleOutlined";
import VisibilityOutlined from "@mui/icons-material/VisibilityOutlined";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { Change, ChangeList } from "../../../components/Changes.tsx";
import { EntryShell } from "../../../entries/EntryShell.tsx";
import type { EntryComponents, EntryProps } from "../../../entries/entryComponents.ts";
import type { NewsletterState } from "../../../generated/schema.ts";
import { useChangeTexts } from "../../../hooks/useChangeTexts.ts";
import type {
  ClientEditedEntry_EntryFragment,
  ContactDataRevealedEntry_EntryFragment,
  ContactEntry_EntryFragment,
  NewsletterChangedEntry_EntryFragment,
  StatusChangedEntry_EntryFragment,
} from "./entries.generated.ts";

/** The client came to be, or was deleted. */
export function ClientLifecycleEntry({ entry, fresh }: EntryProps) {
  const icon = entry.kind === "CLIENT_DELETED" ? RemoveCircleOutline : AddCircleOutline;
  return <EntryShell entry={entry} icon={icon} fresh={fresh} headline={entry.summary} />;
}

/** The status before and after [F94]. */
export function StatusChangedEntry({ entry, fresh }: EntryProps<StatusChangedEntry_EntryFragment>) {
  const { t } = useTranslation();
  return (
    <EntryShell
      entry={entry}
      icon={RadioButtonChecked}
      fresh={fresh}
      headline={
        <>
          {t("clients.field.status")}:{" "}
          <Change before={t(`clients.status.${entry.before}`)} after={t(`clients.status.${entry.after}`)} />
        </>
      }
    />
  );
}

/** An edit, field by field: one change on the line itself, more as a list [F96]. */
export function ClientEditedEntry({ entry, fresh }: EntryProps<ClientEditedEntry_EntryFragment>) {
  const { t } = useTranslation();
  const changeTexts = useChangeTexts();
  const changes = entry.changes.map(changeTexts);
  const [first] = changes;
  if (changes.length === 1 && first) {
    return (
      <EntryShell
        entry={entry}
        icon={EditOutlined}
        fresh={fresh}
        headline={
          <>
            {first.label}: <Change before={first.before} after={first.after} partial={first.partial} />
          </>
        }
      />
    );
  }
  return (
    <EntryShell
      entry={entry}
      icon={EditOutlined}
      fresh={fresh}
      headline={t("timeline.page.changedSeveral", { count: changes.length })}
    >
      <ChangeList changes={changes} />
    </EntryShell>
  );
}

/** How the client stood and stands to a newsletter [F116]. */
export function NewsletterChangedEntry({ entry, fresh }: EntryProps<NewsletterChangedEntry_EntryFragment>) {
  const { t } = useTranslation();
  const word = (state: NewsletterState | null) =>
    state ? t(`clients.newsletterStatus.${state}`) : t("timeline.notSubscribed");
  return (
    <EntryShell
      entry={entry}
      icon={MailOutlined}
      fresh={fresh}
      headline={
        <>
          {entry.list}: <Change before={word(entry.stateBefore)} after={word(entry.stateAfter)} />
        </>
      }
    >
      {entry.stateReason && <Box sx={{ color: "text.secondary", overflowWrap: "anywhere" }}>{entry.stateReason}</Box>}
    </EntryShell>
  );
}

/** A contact was added, edited, activated or deactivated [F192]. */
export function ContactEntry({ entry, fresh }: EntryProps<ContactEntry_EntryFragment>) {
  const { t } = useTranslation();
  const changeTexts = useChangeTexts();
  const edited = entry.kind === "CONTACT_EDITED";
  return (
    <EntryShell
      entry={entry}
      icon={PersonOutlined}
      fresh={fresh}
      headline={edited ? `${t("timeline.kind.CONTACT_EDITED")}: ${entry.contact.name}` : entry.summary}
    >
      {edited && (
        // The name of a contact is not that of a client.
        <ChangeList changes={entry.changes.map((change) => ({ ...changeTexts(change), label: change.label }))} />
      )}
    </EntryShell>
  );
}

/** Hidden contact data was shown, and why [F209]. */
export function ContactDataRevealedEntry({ entry, fresh }: EntryProps<ContactDataRevealedEntry_EntryFragment>) {
  const { t } = useTranslation();
  return (
    <EntryShell
      entry={entry}
      icon={VisibilityOutlined}
      fresh={fresh}
      headline={`${t("timeline.kind.CONTACT_DATA_REVEALED")}: ${entry.reason}`}
    />
  );
}

/** The entries of a client's own changes. */
export const clientEntries: EntryComponents = {
  ClientLifecycleEntry,
  ClientEditedEntry,
  StatusChangedEntry,
  NewsletterChangedEntry,
  ContactEntry,
  ContactDataRevealedEntry,
};

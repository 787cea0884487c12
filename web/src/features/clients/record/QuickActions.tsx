import AddTaskOutlined from "@mui/icons-material/AddTaskOutlined";
import CallOutlined from "@mui/icons-material/CallOutlined";
import EditNoteOutlined from "@mui/icons-material/EditNoteOutlined";
import EventOutlined from "@mui/icons-material/EventOutlined";
import MailOutlined from "@mui/icons-material/MailOutlined";
import WhatsApp from "@mui/icons-material/WhatsApp";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { usePhoneFormat } from "../../../i18n/phone.ts";
import { appointmentParameter } from "../../appointments/paths.ts";
import { taskParameter } from "../../tasks/paths.ts";
import type { ClientRecord } from "../clientValues.ts";
import { callLink, mailLink, whatsappLink } from "./contactLinks.ts";

interface QuickActionsProps {
  client: ClientRecord;
  onNote: () => void;
}

/** What one does with a client between two calls: real links for calling and writing, a note, a task and an appointment. */
export function QuickActions({ client, onNote }: QuickActionsProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const opening = (parameter: string) => {
    const next = new URLSearchParams(params);
    next.set(parameter, "new");
    return { search: next.toString() };
  };
  const number = client.phone ?? client.mobile;
  const whatsapp = client.whatsapp ?? client.mobile;
  const whatsappHref = whatsapp && whatsappLink(whatsapp);
  const visible = client.viewerCan.seeContactData;
  const phone = usePhoneFormat();
  const callLabel = number ? t("clientPages.record.call", { number: phone(number) }) : undefined;
  const whatsappLabel = whatsapp ? t("clientPages.record.whatsapp", { number: phone(whatsapp) }) : undefined;
  const mailLabel = client.email ? t("clientPages.record.mail", { email: client.email }) : undefined;
  return (
    <>
      {visible && number && (
        <IconButton href={callLink(number)} aria-label={callLabel} title={callLabel}>
          <CallOutlined fontSize="small" />
        </IconButton>
      )}
      {visible && whatsappHref && (
        <IconButton
          href={whatsappHref}
          target="_blank"
          rel="noreferrer"
          aria-label={whatsappLabel}
          title={whatsappLabel}
        >
          <WhatsApp fontSize="small" />
        </IconButton>
      )}
      {visible && client.email && (
        <IconButton href={mailLink(client.email)} aria-label={mailLabel} title={mailLabel}>
          <MailOutlined fontSize="small" />
        </IconButton>
      )}
      <IconButton
        aria-label={t("clientPages.record.note")}
        title={`${t("clientPages.record.note")} (n)`}
        onClick={onNote}
      >
        <EditNoteOutlined fontSize="small" />
      </IconButton>
      <IconButton
        component={Link}
        to={opening(taskParameter)}
        preventScrollReset
        aria-label={t("clientPages.record.task")}
        title={`${t("clientPages.record.task")} (t)`}
      >
        <AddTaskOutlined fontSize="small" />
      </IconButton>
      <IconButton
        component={Link}
        to={opening(appointmentParameter)}
        preventScrollReset
        aria-label={t("clientPages.record.appointment")}
        title={`${t("clientPages.record.appointment")} (c)`}
      >
        <EventOutlined fontSize="small" />
      </IconButton>
    </>
  );
}

import { createAppointmentRules } from "@clientela/shared/appointments/rules";
import { reminderMinutes } from "@clientela/shared/tasks/rules";
import { addDays, localTimeOf, momentOf } from "@clientela/shared/time/zoned";
import { requiredText } from "@clientela/shared/validation";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PanelBody } from "../../../components/PanelBody.tsx";
import { toast } from "../../../feedback/toast.ts";
import { ChoiceInput } from "../../../form/ChoiceInput.tsx";
import { ChoicesInput } from "../../../form/ChoicesInput.tsx";
import { ClientInput } from "../../../form/ClientInput.tsx";
import { Form } from "../../../form/Form.tsx";
import { FormActions } from "../../../form/FormActions.tsx";
import { SelectInput } from "../../../form/SelectInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { usePeople } from "../../../hooks/usePeople.ts";
import { timeZoneChoices } from "../../../i18n/regions.ts";
import { useSettings, useViewer } from "../../../session/useSession.ts";
import {
  type Appointment_AppointmentFragment,
  AppointmentsDocument,
  useAppointmentContactsQuery,
  useCreateAppointmentMutation,
  useUpdateAppointmentMutation,
} from "../appointments.generated.ts";
import { appointmentParameter } from "../paths.ts";
import { useCancelAppointment } from "../useCancelAppointment.ts";

const clock = z.string("errors.required").regex(/^\d{2}:\d{2}/, "errors.required");
const { title, place, url, notes, attendeeIds, contactIds } = createAppointmentRules.shape;
/** As it is typed: a day and two times on the clocks of a zone. One that ends before it starts ends the next day. */
const rules = z
  .object({
    title,
    client: z.object({ id: z.string(), name: z.string() }, "errors.required"),
    place,
    url,
    notes,
    attendeeIds,
    contactIds,
    day: requiredText(10),
    start: clock,
    end: clock,
    timeZone: z.string(),
    remind: z.coerce.number().pipe(reminderMinutes).nullish(),
  })
  .refine((when) => when.start !== when.end, { path: ["end"], message: "errors.endsBeforeStart" });

const reminders = [0, 15, 60, 1440] as const;
const hourMs = 3_600_000;

interface AppointmentFormProps {
  /** Whose it is; null lets one choose. */
  clientId: string | null;
  /** When a new one begins, on the clocks of the business (`2026-03-29T10:00`); null for the next full hour. */
  at: string | null;
  /** The one to edit; none makes a new one. */
  appointment: Appointment_AppointmentFragment | undefined;
  onClose: () => void;
}

/** When, where and who: an appointment with a client [F198]. */
export function AppointmentForm({ clientId, at, appointment, onClose }: AppointmentFormProps) {
  const { t } = useTranslation();
  const { user } = useViewer();
  const { users } = usePeople();
  const businessZone = useSettings()?.timeZone ?? "UTC";
  const zones = useMemo(() => timeZoneChoices(businessZone), [businessZone]);
  const refetchQueries = [AppointmentsDocument];
  const [create] = useCreateAppointmentMutation({ refetchQueries });
  const [update] = useUpdateAppointmentMutation({ refetchQueries });
  const cancel = useCancelAppointment();

  const zone = appointment?.timeZone ?? businessZone;
  // A new one: the next full hour, for an hour.
  const nextHour = Math.ceil((Date.now() + 1) / hourMs) * hourMs;
  const begins = at ? momentOf(at, businessZone).getTime() : nextHour;
  const from = appointment ? Date.parse(appointment.startsAt) : begins;
  const till = appointment ? Date.parse(appointment.endsAt) : from + hourMs;
  const [day = "", start = ""] = localTimeOf(new Date(from), zone).split("T");
  const form = useRulesForm({
    rules,
    defaultValues: {
      title: appointment?.title ?? "",
      // Known already, or to be chosen.
      client: clientId ? { id: clientId, name: "" } : (null as never),
      day,
      start,
      end: localTimeOf(new Date(till), zone).slice(11),
      timeZone: zone,
      place: appointment?.place ?? null,
      url: appointment?.url ?? null,
      notes: appointment?.notes ?? null,
      attendeeIds: appointment ? appointment.attendees.map(({ id }) => id) : [user.id],
      contactIds: appointment?.contacts.map(({ id }) => id) ?? [],
      remind: appointment ? (appointment.remindMinutes?.toString() ?? null) : "15",
    },
    ...(!appointment && { draftKey: `appointment.new.${[clientId ?? "any", at].filter(Boolean).join(".")}` }),
    leaves: leavesParameter(appointmentParameter),
  });
  const whose = useWatch({ control: form.control, name: "client" })?.id;
  const contacts =
    useAppointmentContactsQuery({ variables: { clientId: whose ?? "" }, skip: !whose }).data?.client?.contacts ?? [];
  const given = appointment?.remindMinutes;
  const options = [...reminders, ...(given != null && !reminders.includes(given as 0) ? [given] : [])];
  const people = [...users, ...(appointment?.attendees ?? [])].filter(
    (person, index, all) => all.findIndex(({ id }) => id === person.id) === index,
  );
  const coming = new Set(appointment?.contacts.map(({ id }) => id));
  return (
    <PanelBody>
      <Form
        form={form}
        label={appointment ? t("appointments.page.edit") : t("appointments.page.new")}
        save={async ({ client, day: on, start: first, end: ends, remind, ...values }) => {
          const lastDay = ends < first ? addDays(on, 1) : on;
          const input = {
            ...values,
            startsAt: momentOf(`${on}T${first}`, values.timeZone).toISOString(),
            endsAt: momentOf(`${lastDay}T${ends}`, values.timeZone).toISOString(),
            remindMinutes: remind ?? null,
          };
          if (appointment) {
            await update({ variables: { id: appointment.id, input, expectedVersion: appointment.version } });
          } else await create({ variables: { clientId: client.id, input } });
        }}
        onSaved={() => {
          toast(appointment ? t("appointments.page.saved") : t("appointments.page.created"));
          onClose();
        }}
      >
        <TextInput name="title" label={t("appointments.field.title")} required autoFocus autoComplete="off" />
        {!clientId && (
          <ClientInput
            name="client"
            label={t("appointments.field.client")}
            required
            // They were another client's.
            onChosen={() => form.setValue("contactIds", [])}
          />
        )}
        <Box
          sx={{
            display: "grid",
            gridTemplateColumns: { xs: "1fr 1fr", sm: "1fr 112px 112px" },
            gap: 1.5,
            "& > :first-of-type": { gridColumn: { xs: "1 / -1", sm: "auto" } },
          }}
        >
          <TextInput name="day" type="date" label={t("appointments.field.day")} required />
          <TextInput name="start" type="time" label={t("appointments.field.start")} required />
          <TextInput name="end" type="time" label={t("appointments.field.end")} required />
        </Box>
        <ChoiceInput name="timeZone" label={t("appointments.field.timeZone")} options={zones} />
        <TextInput name="place" label={t("appointments.field.place")} autoComplete="off" />
        <TextInput name="url" label={t("appointments.field.url")} inputMode="url" autoComplete="off" />
        <ChoicesInput
          name="contactIds"
          label={t("appointments.field.contacts")}
          options={contacts
            .filter(({ id, active }) => active || coming.has(id))
            .map(({ id, name, position }) => ({ value: id, label: position ? `${name} · ${position}` : name }))}
        />
        <ChoicesInput
          name="attendeeIds"
          label={t("appointments.field.attendees")}
          options={people.map(({ id, name }) => ({
            value: id,
            label: id === user.id ? `${name} (${t("common.you")})` : name,
          }))}
        />
        <SelectInput
          name="remind"
          label={t("appointments.field.reminder")}
          none={t("appointments.remind.none")}
          options={options.map((minutes) => ({
            value: String(minutes),
            label: reminders.includes(minutes as 0)
              ? t(`appointments.remind.m${minutes as 0 | 15}`)
              : t("appointments.remind.before", { count: minutes }),
          }))}
        />
        <TextInput name="notes" label={t("appointments.field.notes")} multiline={{ minRows: 3, maxRows: 12 }} />
        {appointment && (
          <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
            <Button href={appointment.icsUrl}>{t("appointments.page.download")}</Button>
            <Button color="error" onClick={() => void cancel(appointment).then((done) => done && onClose())}>
              {t("appointments.page.cancel")}
            </Button>
          </Box>
        )}
        <FormActions
          submitLabel={appointment ? t("common.save") : t("appointments.page.create")}
          onCancel={onClose}
          sticky
        />
      </Form>
    </PanelBody>
  );
}

import { createAppointmentRules } from "@clientela/shared/appointments/rules";
import { reminderMinutes } from "@clientela/shared/tasks/rules";
import { momentOf } from "@clientela/shared/time/zoned";
import { requiredText } from "@clientela/shared/validation";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ChoiceInput } from "../../../form/ChoiceInput.tsx";
import { ChoicesInput } from "../../../form/ChoicesInput.tsx";
import { ClientInput } from "../../../form/ClientInput.tsx";
import { SelectInput } from "../../../form/SelectInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { usePeople } from "../../../hooks/usePeople.ts";
import { timeZoneChoices } from "../../../i18n/regions.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import { useSettings, useViewer } from "../../../session/useSession.ts";
import {
  type Appointment_AppointmentFragment,
  AppointmentsDocument,
  useAppointmentContactsQuery,
  useCreateAppointmentMutation,
} from "../appointments.generated.ts";
import { type AppointmentValues, inputOfNew, newAppointment, valuesOf } from "../appointmentValues.ts";
import { appointmentParameter } from "../paths.ts";
import { useCancelAppointment } from "../useCancelAppointment.ts";
import { useEndDay } from "../useEndDay.ts";
import { useSaveAppointment } from "../useSaveAppointment.ts";
import { momentsOf, whenOf } from "../when.ts";

const day = requiredText(10).pipe(z.iso.date("errors.format.date"));
const clock = z.string("errors.required").regex(/^\d{2}:\d{2}/, "errors.required");
const { title, place, url, notes, attendeeIds, contactIds } = createAppointmentRules.shape;
/** As it is typed: when it starts and when it ends on the clocks of a zone. */
const rules = z
  .object({
    title,
    client: z.object({ id: z.string(), name: z.string() }, "errors.required"),
    place,
    url,
    notes,
    attendeeIds,
    contactIds,
    day,
    start: clock,
    endDay: day,
    end: clock,
    timeZone: z.string(),
    remind: z.coerce.number().pipe(reminderMinutes).nullish(),
  })
  .refine(
    (when) => {
      // A missing or wrong day has an error of its own.
      if (Number.isNaN(Date.parse(`${when.day}T${when.start}`) + Date.parse(`${when.endDay}T${when.end}`))) return true;
      const { startsAt, endsAt } = momentsOf(when);
      return endsAt > startsAt;
    },
    { path: ["end"], message: "errors.endsBeforeStart" },
  );

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
  const [create] = useCreateAppointmentMutation({ refetchQueries: [AppointmentsDocument] });
  const cancel = useCancelAppointment();

  // A new one: the next full hour, for an hour.
  const nextHour = Math.ceil((Date.now() + 1) / hourMs) * hourMs;
  const begins = at ? momentOf(at, businessZone).getTime() : nextHour;
  const form = useRulesForm({
    rules,
    defaultValues: {
      // Known already, or to be chosen.
      client: clientId ? { id: clientId, name: "" } : (null as never),
      ...(appointment
        ? valuesOf(appointment)
        : {
            ...newAppointment,
            ...whenOf({
              startsAt: new Date(begins).toISOString(),
              endsAt: new Date(begins + hourMs).toISOString(),
              timeZone: businessZone,
            }),
            attendeeIds: [user.id],
          }),
    },
    ...(!appointment && { draftKey: `appointment.new.${[clientId ?? "any", at].filter(Boolean).join(".")}` }),
    leaves: leavesParameter(appointmentParameter),
  });
  useEndDay(form as never);
  const whose = useWatch({ control: form.control, name: "client" })?.id;
  const contacts =
    useAppointmentContactsQuery({ variables: { clientId: whose ?? "" }, skip: !whose }).data?.client?.contacts ?? [];
  const given = appointment?.remindMinutes;
  const options = [...reminders, ...(given != null && !reminders.includes(given as 0) ? [given] : [])];
  const people = [...users, ...(appointment?.attendees ?? [])].filter(
    (person, index, all) => all.findIndex(({ id }) => id === person.id) === index,
  );
  const save = useSaveAppointment({ people, contacts });
  const coming = new Set(appointment?.contacts.map(({ id }) => id));
  return (
    <EditForm
      form={form}
      label={appointment ? t("appointments.page.edit") : t("appointments.page.new")}
      fieldOf={fieldOfInput}
      save={async ({ client, ...values }, { client: _fixed, ...changed }) => {
        if (!appointment) {
          await create({ variables: { clientId: client.id, input: inputOfNew(values) } });
          return;
        }
        await save(appointment, changed as Partial<AppointmentValues>);
      }}
      saved={appointment ? t("appointments.page.saved") : t("appointments.page.created")}
      submitLabel={appointment ? t("common.save") : t("appointments.page.create")}
      onClose={onClose}
      actions={
        appointment && (
          <>
            <Button href={appointment.icsUrl}>{t("appointments.page.download")}</Button>
            <Button color="error" onClick={() => void cancel(appointment).then((done) => done && onClose())}>
              {t("appointments.page.cancel")}
            </Button>
          </>
        )
      }
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
          gridTemplateColumns: { xs: "1fr 120px", sm: "1fr 132px" },
          gap: 1.5,
        }}
      >
        <TextInput name="day" type="date" label={t("appointments.field.day")} required />
        <TextInput name="start" type="time" label={t("appointments.field.start")} required />
        <TextInput name="endDay" type="date" label={t("appointments.field.endDay")} required />
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
    </EditForm>
  );
}

const fieldOfInput = { clientId: "client", startsAt: "start", endsAt: "end", remindMinutes: "remind" } as const;

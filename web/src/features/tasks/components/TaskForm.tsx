import { reminderMinutes, taskFields, taskPriorities } from "@clientela/shared/tasks/rules";
import Box from "@mui/material/Box";
import { useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { PickedClient } from "../../../components/ClientPicker.tsx";
import { toast } from "../../../feedback/toast.ts";
import { ChoiceInput } from "../../../form/ChoiceInput.tsx";
import { ClientInput } from "../../../form/ClientInput.tsx";
import { SelectInput } from "../../../form/SelectInput.tsx";
import { TextInput } from "../../../form/TextInput.tsx";
import { leavesParameter } from "../../../form/unsaved.ts";
import { useRulesForm } from "../../../form/useRulesForm.ts";
import { usePeople } from "../../../hooks/usePeople.ts";
import { EditForm } from "../../../records/EditForm.tsx";
import { useSettings, useViewer } from "../../../session/useSession.ts";
import { taskParameter } from "../paths.ts";
import { type TaskRow_TaskFragment, useCreateTaskMutation } from "../tasks.generated.ts";
import { inputOf, type TaskValues, valuesOf } from "../taskValues.ts";
import { useSaveTask } from "../useSaveTask.ts";
import { useTaskActions } from "../useTaskActions.ts";

const rules = z.object({
  title: taskFields.title,
  client: z.object({ id: z.string(), name: z.string() }, "errors.required"),
  day: z
    .string()
    .nullish()
    .transform((day) => day || null)
    .pipe(z.iso.date("errors.format.date").nullable()),
  time: z
    .string()
    .nullish()
    .transform((time) => time || null),
  assigneeId: z.string().nullish(),
  priority: z.enum(taskPriorities),
  remind: z.coerce.number().pipe(reminderMinutes).nullish(),
  description: taskFields.description,
});

const reminders = { timed: [0, 15, 60, 1440], wholeDay: [0, 1440, 10_080] } as const;

const noDue = { day: null, time: null };
const emptyTask = { ...noDue, title: "", priority: "NORMAL", remind: "0", description: null } as const;
interface TaskFormProps {
  /** The task to edit; none makes a new one. */
  task: TaskRow_TaskFragment | undefined;
  /** Whose a new one is, where the page says it. */
  client?: PickedClient | undefined;
  onClose: () => void;
}

/** What is to be done, by when, by whom and how urgently [F194][F195][F196][F197]. */
export function TaskForm({ task, client, onClose }: TaskFormProps) {
  const { t } = useTranslation();
  const { refresh } = useTaskActions();
  const { user } = useViewer();
  const { users } = usePeople();
  const zone = useSettings()?.timeZone ?? "UTC";
  const [create] = useCreateTaskMutation();
  const save = useSaveTask();
  const form = useRulesForm({
    rules,
    defaultValues: task
      ? { ...valuesOf(task, zone), client: task.client }
      : { ...emptyTask, client: client ?? (null as never), assigneeId: user.id },
    ...(!task && { draftKey: `task.new.${client?.id ?? "any"}` }),
    leaves: leavesParameter(taskParameter),
  });
  // Somebody who has left, or was deactivated, stays until another takes it.
  const people =
    task?.assignee && !users.some(({ id }) => id === task.assignee?.id) ? [...users, task.assignee] : users;
  return (
    <EditForm
      form={form}
      label={task ? t("tasks.page.edit") : t("tasks.page.new")}
      fieldOf={fieldOfInput}
      save={async (values, changed) => {
        if (!task) {
          const { client: whose, ...written } = values;
          await create({ variables: { clientId: whose.id, input: inputOf(written as TaskValues, noDue, zone) } });
          return;
        }
        const { client: _fixed, ...fields } = changed;
        await save(task, fields as Partial<TaskValues>);
      }}
      onSaved={() => {
        toast(task ? t("tasks.page.saved") : t("tasks.page.created", { title: form.getValues("title") }));
        void refresh();
      }}
      submitLabel={task ? t("common.save") : t("tasks.page.create")}
      onClose={onClose}
    >
      <TextInput name="title" label={t("tasks.field.title")} required autoFocus autoComplete="off" />
      {!task && !client && <ClientInput name="client" label={t("tasks.field.client")} required />}
      <Box sx={{ display: "grid", gridTemplateColumns: "1fr 132px", gap: 1.5 }}>
        <TextInput name="day" type="date" label={t("tasks.field.due")} />
        <TextInput name="time" type="time" label={t("tasks.field.time")} />
      </Box>
      <ChoiceInput
        name="assigneeId"
        label={t("tasks.field.assignee")}
        clearable
        options={people.map(({ id, name }) => ({
          value: id,
          label: id === user.id ? `${name} (${t("common.you")})` : name,
        }))}
      />
      <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 1.5, alignItems: "start" }}>
        <SelectInput
          name="priority"
          label={t("tasks.field.priority")}
          options={taskPriorities.map((priority) => ({ value: priority, label: t(`tasks.priority.${priority}`) }))}
        />
        <ReminderField given={task?.remindMinutes} />
      </Box>
      <TextInput name="description" label={t("tasks.field.description")} multiline={{ minRows: 3, maxRows: 12 }} />
    </EditForm>
  );
}

const fieldOfInput = { clientId: "client", dueOn: "day", dueAt: "time", remindMinutes: "remind" } as const;

/** Whole days are reminded of from nine o'clock, moments from themselves. */
function ReminderField({ given }: { given: number | null | undefined }) {
  const { t } = useTranslation();
  const [day, time] = useWatch({ name: ["day", "time"] }) as [string | null, string | null];
  const kind = time ? "timed" : "wholeDay";
  const known: readonly number[] = reminders[kind];
  const own = given != null && !known.includes(given) ? [given] : [];
  const label = (minutes: number) =>
    known.includes(minutes)
      ? t(`tasks.remind.${kind}.m${minutes as 0 | 1440}`)
      : t("tasks.remind.before", { count: minutes });
  return (
    <SelectInput
      name="remind"
      label={t("tasks.field.reminder")}
      none={t("tasks.remind.none")}
      hint={day ? undefined : t("tasks.remind.needsDay")}
      options={[...known, ...own].map((minutes) => ({ value: String(minutes), label: label(minutes) }))}
    />
  );
}

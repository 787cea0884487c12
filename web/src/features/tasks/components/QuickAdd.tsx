import AddIcon from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ClientPicker, type PickedClient } from "../../../components/ClientPicker.tsx";
import { textOfProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import { useFormats } from "../../../i18n/format.ts";
import { useViewer } from "../../../session/useSession.ts";
import { dayNamed, type NamedDay, namedDays } from "../dueDay.ts";
import { useCreateTaskMutation } from "../tasks.generated.ts";
import type { TaskActions } from "../useTaskActions.ts";

interface QuickAddProps {
  /** Whose task it is; without one it is chosen. */
  clientId?: string;
  actions: TaskActions;
}

/** A task in a line: what, for whom, by when; ↵ adds it, for oneself, and the next one can be typed. */
export function QuickAdd({ clientId, actions }: QuickAddProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { dayKey } = useFormats();
  const [create, { loading }] = useCreateTaskMutation();
  const [title, setTitle] = useState("");
  const [client, setClient] = useState<PickedClient | null>(null);
  const [due, setDue] = useState<NamedDay | "">("today");
  const [problem, setProblem] = useState<{ field: "title" | "client"; text: string } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (loading) return;
    const target = clientId ?? client?.id;
    if (!title.trim()) {
      setProblem({ field: "title", text: t("errors.required") });
      return input.current?.focus();
    }
    if (!target) return setProblem({ field: "client", text: t("tasks.page.whichClient") });
    try {
      await create({
        variables: {
          clientId: target,
          input: {
            title,
            assigneeId: viewer.user.id,
            dueOn: due ? dayNamed(due, dayKey(new Date())) : null,
          },
        },
      });
    } catch (error) {
      return setProblem({ field: "title", text: textOfProblem(error) });
    }
    toast(t("tasks.page.created", { title: title.trim() }));
    setProblem(null);
    setTitle("");
    input.current?.focus();
    await actions.refresh();
  };
  const wrong = (field: "title" | "client") => problem?.field === field;
  return (
    <Box component="form" noValidate onSubmit={(event) => void add(event)} aria-label={t("tasks.page.add")}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
        <OutlinedInput
          inputRef={input}
          value={title}
          error={wrong("title")}
          onChange={(event) => {
            setTitle(event.target.value);
            setProblem(null);
          }}
          placeholder={t("tasks.page.addPlaceholder")}
          startAdornment={<AddIcon fontSize="small" sx={{ color: "text.secondary", mr: 0.5 }} />}
          slotProps={{
            input: {
              "aria-label": t("tasks.page.addPlaceholder"),
              "aria-describedby": problem ? problemId : undefined,
              "data-quick-add": "",
              autoComplete: "off",
            } as object,
          }}
          sx={{ flex: { xs: "1 1 100%", sm: "1 1 220px" } }}
        />
        {!clientId && (
          <Box sx={{ flex: { xs: "1 1 96px", sm: "0 1 220px" }, minWidth: 0 }}>
            <ClientPicker
              value={client}
              onChange={(picked) => {
                setClient(picked);
                setProblem(null);
              }}
              label={t("tasks.field.client")}
              error={wrong("client")}
              describedBy={wrong("client") ? problemId : undefined}
            />
          </Box>
        )}
        <NativeSelect
          input={<OutlinedInput />}
          value={due}
          onChange={(event) => setDue(event.target.value as NamedDay | "")}
          inputProps={{ "aria-label": t("tasks.field.due") }}
          sx={{ flex: { xs: "0 1 128px", sm: "0 0 184px" }, minWidth: 0 }}
        >
          {namedDays.map((day) => (
            <option key={day} value={day}>
              {t(`tasks.named.${day}`)}
            </option>
          ))}
          <option value="">{t("tasks.group.none")}</option>
        </NativeSelect>
        <Button type="submit" variant="outlined">
          {t("tasks.page.addSubmit")}
        </Button>
      </Box>
      {problem && (
        <FormHelperText error id={problemId} role="alert">
          {problem.text}
        </FormHelperText>
      )}
    </Box>
  );
}

import SearchIcon from "@mui/icons-material/Search";
import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import InputBase from "@mui/material/InputBase";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { CommandList } from "./CommandList.tsx";
import { useCommandSearchQuery } from "./command.generated.ts";
import { frameDialog } from "./dialogs.ts";
import { type Command, useCommands } from "./useCommands.ts";

const pause = 120;

/** Ctrl/Cmd+K: find a client, go somewhere, do something, without leaving the keyboard. */
export function CommandMenu() {
  const { t } = useTranslation();
  const listId = useId();
  const [text, setText] = useState("");
  const [search, setSearch] = useState("");
  const [active, setActive] = useState(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const skip = search === "";
  const { data, previousData, loading } = useCommandSearchQuery({
    variables: { search },
    fetchPolicy: "no-cache",
    skip,
  });
  const commands = useCommands(text, skip ? [] : ((data ?? previousData)?.clients.nodes ?? []));
  useEffect(() => () => clearTimeout(waiting.current), []);

  const close = () => frameDialog.set(null);
  function type(value: string) {
    setText(value);
    setActive(0);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => setSearch(value.trim()), pause);
  }
  function run(command: Command | undefined) {
    if (!command) return;
    close();
    command.run();
  }
  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && commands.length > 0) {
      event.preventDefault();
      setActive((active + step + commands.length) % commands.length);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(commands[active]);
    }
  }

  const pending = loading || search !== text.trim();
  return (
    <Dialog
      open
      onClose={close}
      maxWidth="sm"
      fullWidth
      aria-labelledby={`${listId}-title`}
      sx={{ "& .MuiDialog-container": { alignItems: "flex-start" } }}
      slotProps={{ paper: { sx: { mt: { xs: 1, sm: "12vh" }, mx: { xs: 1, sm: 4 } } } }}
    >
      <span id={`${listId}-title`} hidden>
        {t("command.title")}
      </span>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, px: 2, borderBottom: 1, borderColor: "divider" }}>
        <SearchIcon aria-hidden sx={{ color: "text.secondary" }} />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={t("command.placeholder")}
          slotProps={{
            input: {
              role: "combobox",
              "aria-label": t("command.title"),
              "aria-expanded": true,
              "aria-controls": listId,
              "aria-autocomplete": "list",
              "aria-activedescendant": commands[active] && `${listId}-${active}`,
              autoComplete: "off",
              spellCheck: false,
            },
          }}
          sx={{ height: 52, fontSize: 16, "& input:focus-visible": { outline: "none" } }}
        />
      </Box>
      <CommandList id={listId} commands={commands} active={active} onPoint={setActive} onRun={run} />
      {commands.length === 0 && (
        <Box role="status" sx={{ p: 3, textAlign: "center", color: "text.secondary" }}>
          {pending ? t("command.searching") : t("command.nothing", { text })}
        </Box>
      )}
    </Dialog>
  );
}

import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Command } from "./useCommands.ts";

interface CommandListProps {
  id: string;
  commands: readonly Command[];
  /** Index of the line that Enter runs. */
  active: number;
  onPoint: (index: number) => void;
  onRun: (command: Command) => void;
}

const oneLine = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" };
const groups = ["clients", "actions", "goTo"] as const;

/** The lines of the command menu under their groups; the keyboard stays in the field above. */
export function CommandList({ id, commands, active, onPoint, onRun }: CommandListProps) {
  const { t } = useTranslation();
  return (
    <Box
      id={id}
      role="listbox"
      aria-label={t("command.title")}
      sx={{ overflow: "auto", maxHeight: 420, p: commands.length ? 1 : 0 }}
    >
      {groups.map((group) => {
        const lines = commands.flatMap((command, index) => (command.group === group ? [{ command, index }] : []));
        if (lines.length === 0) return null;
        return (
          <Box key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <Box
              id={`${id}-${group}`}
              sx={{ px: 1, pt: 1, pb: 0.5, fontSize: 12, fontWeight: 600, color: "text.secondary" }}
            >
              {t(`command.${group}`)}
            </Box>
            {lines.map(({ command, index }) => (
              <Box
                key={command.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                ref={(line: HTMLElement | null) => {
                  if (index === active) line?.scrollIntoView({ block: "nearest" });
                }}
                onMouseMove={() => index !== active && onPoint(index)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onRun(command)}
                sx={{
                  display: "flex",
                  gap: 2,
                  alignItems: "center",
                  minHeight: 36,
                  px: 1,
                  borderRadius: 1,
                  cursor: "pointer",
                  bgcolor: index === active ? "action.selected" : undefined,
                }}
              >
                <Box component="span" sx={{ ...oneLine, flexShrink: 0, maxWidth: "75%" }}>
                  {command.label}
                </Box>
                {command.detail && (
                  <Box component="span" sx={{ ...oneLine, ml: "auto", color: "text.secondary", fontSize: 13 }}>
                    {command.detail}
                  </Box>
                )}
              </Box>
            ))}
          </Box>
        );
      })}
    </Box>
  );
}

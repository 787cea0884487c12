import AttachFile from "@mui/icons-material/AttachFile";
import Code from "@mui/icons-material/Code";
import FormatBold from "@mui/icons-material/FormatBold";
import FormatItalic from "@mui/icons-material/FormatItalic";
import FormatListBulleted from "@mui/icons-material/FormatListBulleted";
import FormatListNumbered from "@mui/icons-material/FormatListNumbered";
import FormatQuote from "@mui/icons-material/FormatQuote";
import LinkIcon from "@mui/icons-material/Link";
import Title from "@mui/icons-material/Title";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { type Editor, useEditorState } from "@tiptap/react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkPopover } from "./LinkPopover.tsx";

const tools = [
  {
    name: "bold",
    icon: FormatBold,
    keys: "Ctrl+B",
    run: (editor: Editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "italic",
    icon: FormatItalic,
    keys: "Ctrl+I",
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "heading",
    icon: Title,
    keys: "Ctrl+Alt+3",
    run: (editor: Editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: "bulletList",
    icon: FormatListBulleted,
    keys: "Ctrl+Shift+8",
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "orderedList",
    icon: FormatListNumbered,
    keys: "Ctrl+Shift+7",
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "blockquote",
    icon: FormatQuote,
    keys: "Ctrl+Shift+B",
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  { name: "code", icon: Code, keys: "Ctrl+E", run: (editor: Editor) => editor.chain().focus().toggleCode().run() },
] as const;

/** Formatting by buttons, one stop of the Tab key: the arrows go from one to the next. */
export function EditorToolbar({ editor, onAttach }: { editor: Editor; onAttach: () => void }) {
  const { t } = useTranslation();
  const [linkAnchor, setLinkAnchor] = useState<HTMLElement | null>(null);
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      ...Object.fromEntries(tools.map(({ name }) => [name, current.isActive(name)])),
      link: current.isActive("link"),
    }),
  }) as Record<string, boolean>;
  return (
    <Box
      role="toolbar"
      aria-label={t("timeline.tools.label")}
      onKeyDown={moveFocus}
      sx={{ display: "flex", flexWrap: "wrap", px: 1 }}
    >
      {tools.map(({ name, icon: Icon, keys, run }, index) => (
        <IconButton
          key={name}
          tabIndex={index === 0 ? 0 : -1}
          aria-label={t(`timeline.tools.${name}`)}
          aria-pressed={active[name] ?? false}
          title={`${t(`timeline.tools.${name}`)} (${keys})`}
          onClick={() => run(editor)}
          sx={toolSx}
        >
          <Icon fontSize="small" />
        </IconButton>
      ))}
      <IconButton
        tabIndex={-1}
        aria-label={t("timeline.tools.link")}
        aria-pressed={active.link ?? false}
        title={t("timeline.tools.link")}
        onClick={(event) => setLinkAnchor(event.currentTarget)}
        sx={toolSx}
      >
        <LinkIcon fontSize="small" />
      </IconButton>
      <IconButton
        tabIndex={-1}
        aria-label={t("timeline.tools.attach")}
        title={t("timeline.tools.attach")}
        onClick={onAttach}
        sx={toolSx}
      >
        <AttachFile fontSize="small" />
      </IconButton>
      {linkAnchor && <LinkPopover editor={editor} anchor={linkAnchor} onClose={() => setLinkAnchor(null)} />}
    </Box>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (!step || !(event.target instanceof HTMLButtonElement)) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(":scope > button")];
  const place = buttons.indexOf(event.target);
  buttons[(place + step + buttons.length) % buttons.length]?.focus();
}

const toolSx = {
  color: "text.secondary",
  "&[aria-pressed=true]": { color: "primary.main", bgcolor: "action.selected" },
};

import { foldText } from "@clientela/shared/normalize/fold";
import Box from "@mui/material/Box";
import Mention from "@tiptap/extension-mention";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../../../feedback/toast.ts";
import { pastedHtml } from "../pastedHtml.ts";
import { docOfText } from "../richText.ts";
import { tableNodes } from "../tableNodes.ts";
import { useMentionablePeopleQuery } from "../timeline.generated.ts";
import { EditorToolbar } from "./EditorToolbar.tsx";
import type { BegunText, EditorProps } from "./editorProps.ts";
import { type Mentioning, MentionList } from "./MentionList.tsx";
import { formattedTextSx } from "./RichText.tsx";

const mostPeople = 8;

/** The text of an activity with its tools: formatting by keys and buttons, `@` for colleagues, pictures pasted. */
export function RichEditor(props: EditorProps & { begun: BegunText | undefined }) {
  const { clientId, html, begun, label, placeholder, invalid, describedBy, autoFocus } = props;
  const { t } = useTranslation();
  const latest = useRef(props);
  latest.current = props;
  const { data } = useMentionablePeopleQuery({ variables: { clientId } });
  const people = useRef(data?.clientAudience ?? []);
  people.current = data?.clientAudience ?? [];
  const [mentioning, setMentioning] = useState<Mentioning | null>(null);
  const open = useRef<Mentioning | null>(null);
  const show = (next: Mentioning | null) => {
    open.current = next;
    setMentioning(next);
  };

  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: { levels: [3] },
        horizontalRule: false,
        link: { openOnClick: false, defaultProtocol: "https", protocols: ["mailto", "tel"] },
      }),
      ...tableNodes,
      Mention.extend({
        parseHTML: () => [
          {
            tag: "span[data-mention]",
            getAttrs: (span) => ({
              id: span.getAttribute("data-mention"),
              label: (span.textContent ?? "").replace(/^@/, ""),
            }),
          },
        ],
        renderHTML: ({ node }) => [
          "span",
          { "data-mention": node.attrs.id as string },
          `@${(node.attrs.label as string | null) ?? ""}`,
        ],
      }).configure({
        suggestion: {
          items: ({ query }) =>
            people.current.filter(({ name }) => foldText(name).includes(foldText(query))).slice(0, mostPeople),
          render: () => ({
            onStart: ({ items, command, clientRect }) =>
              show({ people: items, choose: command, rect: clientRect ?? null, active: 0 }),
            onUpdate: ({ items, command, clientRect }) =>
              show({ people: items, choose: command, rect: clientRect ?? null, active: 0 }),
            onExit: () => show(null),
            onKeyDown: ({ event }) => onMentionKey(event),
          }),
        },
      }),
    ],
    content: begun ? docOfText(begun.text) : html,
    onUpdate: ({ editor: changed }) => latest.current.onChange(changed.isEmpty ? "" : changed.getHTML()),
    editorProps: {
      handleKeyDown: (_view, event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
        latest.current.onSubmit();
        return true;
      },
      transformPastedHTML: (pasted) => {
        const { html: held, left } = pastedHtml(pasted, (words) =>
          words ? t("timeline.page.pictureNamed", { words }) : t("timeline.page.picture"),
        );
        if (left > 0) toast(t("timeline.page.picturesLeft", { count: left }));
        return held;
      },
      handlePaste: (_view, { clipboardData }) => takeFiles(clipboardData),
      handleDrop: (_view, { dataTransfer }) => takeFiles(dataTransfer),
    },
  });

  /** Files, where there is no text beside them: a table copied from a spreadsheet comes with its picture. */
  const takeFiles = (data: DataTransfer | null): boolean => {
    if (!data?.files.length || data.getData("text/plain")) return false;
    latest.current.onFiles([...data.files]);
    return true;
  };
  const onMentionKey = ({ key }: KeyboardEvent): boolean => {
    const { current } = open;
    if (!current || current.people.length === 0) return false;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (step) {
      const count = current.people.length;
      show({ ...current, active: (current.active + step + count) % count });
      return true;
    }
    const chosen = current.people[current.active];
    if ((key === "Enter" || key === "Tab") && chosen) {
      current.choose({ id: chosen.id, label: chosen.name });
      return true;
    }
    if (key !== "Escape") return false;
    show(null);
    return true;
  };

  const takesFocus = useRef(autoFocus);
  // Before the browser hands out the next key: the editor's own way waits for a frame and would lose a key.
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    const { schema, state } = editor;
    /** Where the first letters of a text end. */
    const placeAfter = (text: string) => schema.nodeFromJSON(docOfText(text)).content.size - 1;
    const [from, to] = begun?.selection.map((end) => placeAfter(begun.text.slice(0, end))) ?? [];
    editor.commands.setTextSelection(from === undefined || to === undefined ? state.doc.content.size : { from, to });
    editor.view.focus();
  }, [editor, begun]);
  const isEmpty = useEditorState({ editor, selector: ({ editor: current }) => current?.isEmpty ?? true });
  const listId = `${describedBy}-people`;
  const activeId = mentioning?.people[mentioning.active] ? `${listId}-${mentioning.active}` : undefined;
  useEffect(() => {
    const { dom } = editor.view;
    const attributes: Record<string, string> = {
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      "aria-placeholder": placeholder,
      "aria-invalid": String(invalid),
      "aria-describedby": describedBy,
      "data-composer": "",
    };
    for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value);
    if (activeId) dom.setAttribute("aria-activedescendant", activeId);
    else dom.removeAttribute("aria-activedescendant");
  }, [editor, label, placeholder, invalid, describedBy, activeId]);

  return (
    <>
      <Box sx={{ ...formattedTextSx, ...editorSx }}>
        {isEmpty && (
          <Box aria-hidden sx={placeholderSx}>
            {placeholder}
          </Box>
        )}
        <EditorContent editor={editor} />
      </Box>
      {mentioning && <MentionList id={listId} mentioning={mentioning} />}
      <EditorToolbar editor={editor} onAttach={props.onAttach} />
    </>
  );
}

const editorSx = {
  position: "relative",
  maxWidth: "none",
  "& .tiptap": { px: 1.5, py: 0.75, minHeight: 76, maxHeight: 420, overflowY: "auto", outline: "none" },
  "& .tiptap p": { my: 0.25 },
  "& .tiptap a": { color: "primary.main" },
} as const;
const placeholderSx = {
  position: "absolute",
  top: 6,
  left: 12,
  py: 0.25,
  color: "text.secondary",
  pointerEvents: "none",
} as const;

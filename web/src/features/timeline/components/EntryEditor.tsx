import { type ComponentType, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { BegunText, EditorProps } from "./editorProps.ts";
import { PlainEditor } from "./PlainEditor.tsx";

type RichProps = EditorProps & { begun: BegunText | undefined };

/** Kept once it is there, so that the next one opens at once. */
let loaded: ComponentType<RichProps> | undefined;

/**
 * Where an activity's text is written. The tools come with its first use. The text typed until then stays, and so does
 * the focus, from one key to the next.
 */
export function EntryEditor({ small, ...props }: Omit<EditorProps, "rows"> & { small: boolean }) {
  const [Rich, setRich] = useState(() => loaded);
  const box = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState<BegunText>();
  const [hadFocus, setHadFocus] = useState(false);
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (small || Rich || composing) return;
    let wanted = true;
    import("./RichEditor.tsx").then(
      ({ RichEditor }) => {
        loaded = RichEditor;
        if (!wanted) return;
        const field = box.current?.querySelector<HTMLTextAreaElement>("textarea:not([readonly])");
        // At once: a key that came in between would go to the field that goes.
        flushSync(() => {
          if (field) setBegun({ text: field.value, selection: [field.selectionStart, field.selectionEnd] });
          setHadFocus(box.current?.contains(document.activeElement) ?? false);
          setRich(() => RichEditor);
        });
      },
      // Without them the text is written plain.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [small, Rich, composing]);
  return (
    <div ref={box} onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}>
      {Rich && !small ? (
        <Rich {...props} begun={begun} rows={3} autoFocus={props.autoFocus || hadFocus} />
      ) : (
        <PlainEditor {...props} rows={small ? 1 : 3} />
      )}
    </div>
  );
}

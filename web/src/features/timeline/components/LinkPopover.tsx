import { optionalUrl } from "@clientela/shared/validation";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import OutlinedInput from "@mui/material/OutlinedInput";
import Popover from "@mui/material/Popover";
import type { Editor } from "@tiptap/react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";

interface LinkPopoverProps {
  editor: Editor;
  anchor: HTMLElement;
  onClose: () => void;
}

const isContact = (address: string) => /^(mailto|tel):\S+$/i.test(address);

/** The address of the link under the cursor or of what is selected. */
export function LinkPopover({ editor, anchor, onClose }: LinkPopoverProps) {
  const { t } = useTranslation();
  const former = (editor.getAttributes("link").href as string | undefined) ?? "";
  const [address, setAddress] = useState(former);
  const [wrong, setWrong] = useState(false);
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const apply = () => {
    const typed = address.trim();
    const parsed = optionalUrl.safeParse(typed);
    const href = isContact(typed) ? typed : parsed.success ? parsed.data : null;
    if (!href) {
      setWrong(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !former) {
      chain.insertContent([{ type: "text", text: typed, marks: [{ type: "link", attrs: { href } }] }]).run();
    } else chain.setLink({ href }).run();
    onClose();
  };
  /** The form around it saves with the same keys. */
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
    if (event.key !== "Enter") return;
    event.preventDefault();
    apply();
  };
  return (
    <Popover open anchorEl={anchor} onClose={close} anchorOrigin={{ vertical: "bottom", horizontal: "left" }}>
      <Box onKeyDown={onKeyDown} sx={{ p: 1.5, display: "grid", gap: 1, width: 320, maxWidth: "100%" }}>
        <OutlinedInput
          autoFocus
          value={address}
          error={wrong}
          onChange={(event) => {
            setWrong(false);
            setAddress(event.target.value);
          }}
          placeholder="https://"
          inputProps={{ "aria-label": t("timeline.tools.address"), inputMode: "url" }}
        />
        {wrong && (
          <FormHelperText error role="alert">
            {t("errors.format.url")}
          </FormHelperText>
        )}
        <Box sx={{ display: "flex", gap: 1, justifyContent: "flex-end" }}>
          {former && (
            <Button
              color="error"
              onClick={() => {
                editor.chain().focus().extendMarkRange("link").unsetLink().run();
                onClose();
              }}
            >
              {t("timeline.tools.unlink")}
            </Button>
          )}
          <Button variant="contained" onClick={apply}>
            {t("timeline.tools.link")}
          </Button>
        </Box>
      </Box>
    </Popover>
  );
}

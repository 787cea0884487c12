import Close from "@mui/icons-material/Close";
import ButtonBase from "@mui/material/ButtonBase";
import { styled } from "@mui/material/styles";
import type { TagOption } from "../hooks/useTags.ts";

interface TagChipProps {
  tag: TagOption;
  /** Where it is given, a cross takes the tag away. */
  onRemove?: () => void;
  /** The cross's name for those who do not see it; needed with `onRemove`. */
  removeLabel?: string;
  /** Shows a long name whole, where there is room for it. */
  whole?: boolean;
}

/** A tag in its own colour at low saturation; the text keeps the page's colour, so that it is always readable. */
export function TagChip({ tag, onRemove, removeLabel, whole = false }: TagChipProps) {
  const background = `color-mix(in srgb, ${tag.color} 15%, var(--mui-palette-background-paper))`;
  return (
    <Root style={{ background, ...(whole && { maxWidth: "100%" }) }} title={tag.name}>
      <Name>{tag.name}</Name>
      {onRemove && (
        <ButtonBase
          aria-label={removeLabel}
          onClick={onRemove}
          sx={{ width: 24, height: 24, mr: -0.75, borderRadius: 1 }}
        >
          <Close sx={{ fontSize: 14 }} />
        </ButtonBase>
      )}
    </Root>
  );
}

const Root = styled("span")(({ theme }) => ({
  display: "inline-flex",
  alignItems: "center",
  minWidth: 0,
  maxWidth: 168,
  height: 22,
  padding: "0 8px",
  borderRadius: 6,
  fontSize: theme.typography.caption.fontSize,
  color: theme.vars?.palette.text.primary,
}));
const Name = styled("span")({ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" });

import Checked from "@mui/icons-material/CheckBox";
import Unchecked from "@mui/icons-material/CheckBoxOutlineBlank";
import Indeterminate from "@mui/icons-material/IndeterminateCheckBox";
import Box from "@mui/material/Box";

interface SelectBoxProps {
  label: string;
  checked: boolean;
  /** Some of what it stands for is ticked. */
  some?: boolean;
  /** `range`: Shift was held. */
  onToggle: (range: boolean) => void;
}

/** A tick box as large as its cell: plain HTML, for a list has many. */
export function SelectBox({ label, checked, some = false, onToggle }: SelectBoxProps) {
  const Icon = some ? Indeterminate : checked ? Checked : Unchecked;
  return (
    <Box component="span" sx={boxSx}>
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        ref={(input) => {
          if (input) input.indeterminate = some;
        }}
        // Shift and click would select the text in between.
        onMouseDown={(event) => {
          if (!event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.focus();
        }}
        onChange={(event) => onToggle((event.nativeEvent as MouseEvent).shiftKey ?? false)}
      />
      <Icon aria-hidden sx={{ fontSize: 18, color: checked || some ? "primary.main" : "text.secondary" }} />
    </Box>
  );
}

const boxSx = {
  position: "relative",
  zIndex: 1,
  display: "inline-flex",
  alignItems: "center",
  justifyContent: "center",
  width: 32,
  height: 32,
  "& input": { position: "absolute", inset: 0, width: 1, height: 1, m: 0, opacity: 0, cursor: "pointer" },
  "&:has(input:focus-visible)": { outline: "2px solid var(--mui-palette-primary-main)", borderRadius: 1 },
} as const;

import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";

interface ToggleProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}

/** Chooses one of a few, all of them in view. */
export function Toggle<T extends string>({ label, value, options, onChange }: ToggleProps<T>) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      // A click on what is chosen would leave nothing chosen.
      onChange={(_event, chosen: T | null) => chosen && onChange(chosen)}
      sx={{ flexWrap: "wrap", rowGap: 0.5 }}
    >
      {options.map(({ value: option, text }) => (
        <ToggleButton key={option} value={option} sx={{ textTransform: "none", px: 1.5, minHeight: 32, py: 0 }}>
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

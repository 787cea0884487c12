import { activityIcons } from "@clientela/shared/timeline/rules";
import Box from "@mui/material/Box";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { useId } from "react";
import { useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { activityIconOf } from "../../../components/activityIcons.ts";

/** One of the icons of activities, each by its name as well. */
export function IconInput({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  const id = useId();
  const { field, fieldState } = useController({ name });
  return (
    <FormControl error={Boolean(fieldState.error)}>
      <FormLabel id={id} sx={{ mb: 0.5 }}>
        {label}
      </FormLabel>
      <RadioGroup
        aria-labelledby={id}
        name={name}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        sx={{ display: "grid", gridTemplateColumns: { xs: "1fr 1fr", sm: "1fr 1fr 1fr" } }}
      >
        {activityIcons.map((icon) => {
          const Icon = activityIconOf(icon);
          return (
            <FormControlLabel
              key={icon}
              value={icon}
              control={<Radio size="small" sx={{ p: 0.75 }} />}
              label={
                <Box component="span" sx={{ display: "inline-flex", alignItems: "center", gap: 1 }}>
                  <Icon aria-hidden sx={{ fontSize: 18, color: "text.secondary" }} />
                  {t(`activityKinds.icons.${icon}`)}
                </Box>
              }
              sx={{ m: 0, minHeight: 36 }}
            />
          );
        })}
      </RadioGroup>
      {fieldState.error && <FormHelperText role="alert">{fieldState.error.message}</FormHelperText>}
    </FormControl>
  );
}

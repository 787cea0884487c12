import { timelineStages } from "@clientela/shared/timeline/rules";
import Box from "@mui/material/Box";
import NativeSelect from "@mui/material/NativeSelect";
import OutlinedInput from "@mui/material/OutlinedInput";
import { useTranslation } from "react-i18next";
import { TagPicker } from "../../../components/TagPicker.tsx";
import type { EntryDraft } from "../entryDraft.ts";

interface StageAndTagsProps {
  draft: EntryDraft;
  onChange: (part: Partial<EntryDraft>) => void;
}

/** Where in the client's life the activity belongs, and its tags [F103][F104]. */
export function StageAndTags({ draft, onChange }: StageAndTagsProps) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        input={<OutlinedInput />}
        value={draft.stage ?? ""}
        onChange={(event) => onChange({ stage: (event.target.value || null) as EntryDraft["stage"] })}
        inputProps={{ "aria-label": t("timeline.page.stage") }}
        sx={{ flex: "1 1 130px", minWidth: 0, maxWidth: { sm: 160 } }}
      >
        <option value="">{t("timeline.page.noStage")}</option>
        {timelineStages.map((stage) => (
          <option key={stage} value={stage}>
            {t(`timeline.stage.${stage}`)}
          </option>
        ))}
      </NativeSelect>
      <Box sx={{ flex: "1 1 200px", minWidth: 0 }}>
        <TagPicker
          hideLabel
          label={t("timeline.page.tags")}
          value={draft.tags}
          onChange={(tags) => onChange({ tags })}
        />
      </Box>
    </>
  );
}

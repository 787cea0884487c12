import { foldText } from "@clientela/shared/normalize/fold";
import Box from "@mui/material/Box";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TagChip } from "../../components/TagChip.tsx";
import { useColorNameOf } from "../../hooks/useColorName.ts";
import { useFormats } from "../../i18n/format.ts";
import { SettingsListPage } from "../../lists/SettingsListPage.tsx";
import { LinkWithCount, SettingsRows } from "../../lists/SettingsRows.tsx";
import { useViewer } from "../../session/useSession.ts";
import { clientsMatching } from "../clients/paths.ts";
import { MergeTagDialog } from "./components/MergeTagDialog.tsx";
import { TagForm } from "./components/TagForm.tsx";
import { type TagRow_TagFragment, useTagsPageQuery } from "./tags.generated.ts";
import { useDeleteTag } from "./useDeleteTag.ts";

/** Above so many one looks for a tag by its name: they no longer fit a screen. */
const manyTags = 12;

/** The tags of the business, each with its colour and the way to its clients [F111][F113]. */
export function TagsPage() {
  const { t } = useTranslation();
  const query = useTagsPageQuery({ fetchPolicy: "cache-and-network" });
  return (
    <SettingsListPage
      query={query}
      of={({ tags }) => tags}
      texts={{
        title: (count) => t("tags.page.count", { count }),
        intro: t("tags.page.intro"),
        empty: t("tags.page.empty"),
        create: t("tags.page.create"),
        edit: ({ name }) => t("tags.page.edit", { name }),
      }}
      rows={(tags) => <TagRows tags={tags} />}
      form={(tag, close) => <TagForm tag={tag} onClose={close} />}
    />
  );
}

function TagRows({ tags }: { tags: readonly TagRow_TagFragment[] }) {
  const { t } = useTranslation();
  const { can } = useViewer();
  const { number } = useFormats();
  const [merging, setMerging] = useState<TagRow_TagFragment | null>(null);
  const [wanted, setWanted] = useState("");
  const colorName = useColorNameOf();
  const deleteTag = useDeleteTag();
  const found = tags.filter(({ name }) => foldText(name).includes(foldText(wanted.trim())));
  return (
    <>
      {tags.length > manyTags && (
        <OutlinedInput
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          placeholder={t("filters.find")}
          inputProps={{ "aria-label": t("tags.page.find"), type: "search" }}
          sx={{ mb: 1, width: { xs: "100%", sm: 280 } }}
        />
      )}
      {found.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t("form.noMatch")}
        </Typography>
      )}
      <SettingsRows
        records={found}
        nameOf={({ name }) => name}
        row={(tag) => (
          <>
            <Box sx={{ flex: 1, minWidth: 0, display: "flex" }}>
              <TagChip tag={tag} whole />
            </Box>
            <Typography variant="body2" color="textSecondary" sx={colorSx}>
              {colorName(tag.color)}
            </Typography>
            <LinkWithCount to={clientsMatching({ tagIds: [tag.id] })}>
              {t("tags.page.clients", { count: tag.clientCount, formatted: number(tag.clientCount) })}
            </LinkWithCount>
          </>
        )}
        actions={(tag) =>
          can("tags.delete")
            ? [
                ...(tags.length > 1 ? [{ label: t("tags.page.merge"), run: () => setMerging(tag) }] : []),
                { label: t("common.delete"), run: () => void deleteTag(tag), danger: true },
              ]
            : []
        }
      />
      {merging && <MergeTagDialog tag={merging} tags={tags} onClose={() => setMerging(null)} />}
    </>
  );
}

const colorSx = { width: 96, display: { xs: "none", sm: "block" } } as const;

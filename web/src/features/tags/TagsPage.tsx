import { foldText } from "@clientela/shared/normalize/fold";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import OutlinedInput from "@mui/material/OutlinedInput";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { Loaded } from "../../components/Loaded.tsx";
import { Message } from "../../components/Message.tsx";
import { PageBody } from "../../components/PageBody.tsx";
import { RowMenu } from "../../components/RowMenu.tsx";
import { Section } from "../../components/Section.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { TagChip } from "../../components/TagChip.tsx";
import { useColorNameOf } from "../../hooks/useColorName.ts";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { useFormats } from "../../i18n/format.ts";
import { useViewer } from "../../session/useSession.ts";
import { clientsMatching } from "../clients/paths.ts";
import { MergeTagDialog } from "./components/MergeTagDialog.tsx";
import { TagForm } from "./components/TagForm.tsx";
import { type TagRow_TagFragment, useTagsPageQuery } from "./tags.generated.ts";
import { useDeleteTag } from "./useDeleteTag.ts";

const manyTags = 12;

/** The tags of the business, each with its colour and the way to its clients [F111][F113]. */
export function TagsPage() {
  const { t } = useTranslation();
  const { can } = useViewer();
  const { number } = useFormats();
  const query = useTagsPageQuery({ fetchPolicy: "cache-and-network" });
  const [shown, setShown] = useSearchParam("edit");
  const [merging, setMerging] = useState<TagRow_TagFragment | null>(null);
  const [wanted, setWanted] = useState("");
  const colorName = useColorNameOf();
  const deleteTag = useDeleteTag();
  const close = () => setShown(null);
  const actionsOf = (tag: TagRow_TagFragment, several: boolean) => [
    { label: t("common.edit"), run: () => setShown(tag.id) },
    ...(can("tags.delete") && several ? [{ label: t("tags.page.merge"), run: () => setMerging(tag) }] : []),
    ...(can("tags.delete")
      ? [{ label: t("common.delete"), run: () => void deleteTag(tag), danger: true as const }]
      : []),
  ];
  const create = (
    <Button variant="contained" onClick={() => setShown("new")}>
      {t("tags.page.create")}
    </Button>
  );
  return (
    <PageBody>
      <Loaded query={query} skeleton={<TableSkeleton rows={6} height={48} />}>
        {({ tags }) => {
          const edited = tags.find(({ id }) => id === shown);
          const found = tags.filter(({ name }) => foldText(name).includes(foldText(wanted.trim())));
          return (
            <>
              {tags.length === 0 ? (
                <Message title={t("tags.page.empty")} actions={create}>
                  {t("tags.page.intro")}
                </Message>
              ) : (
                <Section
                  title={t("tags.page.count", { count: tags.length })}
                  intro={t("tags.page.intro")}
                  actions={create}
                >
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
                  <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
                    {found.map((tag) => (
                      <Box component="li" key={tag.id} sx={rowSx}>
                        <Box sx={{ flex: 1, minWidth: 0, display: "flex" }}>
                          <TagChip tag={tag} whole />
                        </Box>
                        <Typography variant="body2" color="textSecondary" sx={colorSx}>
                          {colorName(tag.color)}
                        </Typography>
                        <Link
                          component={RouterLink}
                          to={clientsMatching({ tagIds: [tag.id] })}
                          underline="hover"
                          className="tabular"
                          sx={{ minWidth: 88, lineHeight: "24px", textAlign: "right", whiteSpace: "nowrap" }}
                        >
                          {t("tags.page.clients", { count: tag.clientCount, formatted: number(tag.clientCount) })}
                        </Link>
                        <RowMenu
                          label={t("people.actionsFor", { name: tag.name })}
                          actions={actionsOf(tag, tags.length > 1)}
                        />
                      </Box>
                    ))}
                  </Box>
                </Section>
              )}
              <SidePanel
                title={edited ? t("tags.page.edit", { name: edited.name }) : t("tags.page.create")}
                open={edited !== undefined || shown === "new"}
                onClose={close}
              >
                <TagForm key={shown} tag={edited} onClose={close} />
              </SidePanel>
              {merging && <MergeTagDialog tag={merging} tags={tags} onClose={() => setMerging(null)} />}
            </>
          );
        }}
      </Loaded>
    </PageBody>
  );
}

const rowSx = { display: "flex", alignItems: "center", gap: 2, minHeight: 48, borderBottom: 1, borderColor: "divider" };
const colorSx = { width: 96, display: { xs: "none", sm: "block" } } as const;

import Bookmark from "@mui/icons-material/BookmarkBorder";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { confirm } from "../../../../feedback/confirm.ts";
import { toastProblem } from "../../../../feedback/problem.ts";
import { toast } from "../../../../feedback/toast.ts";
import { type SavedFilter, useSavedFilters } from "../../../../hooks/useSavedFilters.ts";
import { useSearchParam } from "../../../../hooks/useSearchParam.ts";
import { useViewer } from "../../../../session/useSession.ts";
import { savedFilterPath } from "../../paths.ts";
import { type ClientListState, filterOf, stateOfFilter } from "../listState.ts";

const SaveFilterDialog = lazy(() =>
  import("./SaveFilterDialog.tsx").then(({ SaveFilterDialog }) => ({ default: SaveFilterDialog })),
);

/** Chooses a saved filter quickly, saves what is filtered, and saves an open one again once it was changed [F75]. */
export function SavedFilterControl({ state }: { state: ClientListState }) {
  const { t } = useTranslation();
  const { user, can } = useViewer();
  const { savedFilters, save, remove } = useSavedFilters();
  const [openId, setOpenId] = useSearchParam("saved");
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [naming, setNaming] = useState(false);
  const filter = filterOf(state);
  const open = savedFilters.find(({ id }) => id === openId);
  const changed = open && JSON.stringify(filterOf(stateOfFilter(open.filter))) !== JSON.stringify(filter);
  const mine = open?.owner.id === user.id;
  const close = () => setAnchor(null);

  const saveAgain = async (known: SavedFilter) => {
    if (!filter) return;
    try {
      setOpenId((await save({ name: known.name, shared: known.shared, filter })).id);
      toast(t("savedFilters.saved", { name: known.name }));
    } catch (error) {
      toastProblem(error, () => void saveAgain(known));
    }
  };
  const bringBack = ({ name, filter: before, shared }: SavedFilter) =>
    void save({ name, filter: before, shared }).catch((error: unknown) => toastProblem(error));
  const removeOne = async (known: SavedFilter) => {
    close();
    // Another person's filter would come back as one's own: that is asked about instead of undone.
    const sure =
      known.owner.id === user.id ||
      (await confirm({
        title: t("savedFilters.deleteTitle", { name: known.name }),
        text: t("savedFilters.deleteText", { owner: known.owner.name }),
        confirmLabel: t("common.delete"),
        danger: true,
      }));
    if (!sure) return;
    try {
      await remove(known.id);
      setOpenId(null);
      toast(t("savedFilters.deleted", { name: known.name }), {
        ...(known.owner.id === user.id && { action: { label: t("common.undo"), run: () => bringBack(known) } }),
      });
    } catch (error) {
      toastProblem(error);
    }
  };
  const saveable = filter !== undefined && (!open || changed);
  const again = changed && mine && filter ? open : null;
  return (
    <>
      {again ? (
        <Button onClick={() => void saveAgain(again)}>{t("savedFilters.saveAgain", { name: again.name })}</Button>
      ) : (
        saveable && <Button onClick={() => setNaming(true)}>{t("savedFilters.save")}</Button>
      )}
      {savedFilters.length > 0 && (
        <Button
          color="inherit"
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-label={open ? undefined : t("savedFilters.title")}
          title={t("savedFilters.title")}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ fontWeight: 400, fontSize: "0.8125rem", minWidth: 32, gap: 0.75 }}
        >
          <Bookmark sx={{ fontSize: 20 }} />
          {open && (changed ? t("savedFilters.changed", { name: open.name }) : open.name)}
        </Button>
      )}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {savedFilters.map((saved) => (
          <MenuItem
            key={saved.id}
            component={Link}
            to={savedFilterPath(saved)}
            selected={saved.id === openId}
            onClick={close}
          >
            {saved.shared && saved.owner.id !== user.id
              ? t("savedFilters.by", { name: saved.name, owner: saved.owner.name })
              : saved.name}
          </MenuItem>
        ))}
        {(again || open) && <Divider />}
        {again && (
          <MenuItem
            onClick={() => {
              close();
              setNaming(true);
            }}
          >
            {t("savedFilters.saveAs")}
          </MenuItem>
        )}
        {open && (mine || can("settings.manage")) && (
          <MenuItem sx={{ color: "error.main" }} onClick={() => void removeOne(open)}>
            {t("savedFilters.delete", { name: open.name })}
          </MenuItem>
        )}
      </Menu>
      {open && open.lost.length > 0 && (
        <Alert severity="info" sx={{ order: 1, flexBasis: "100%", py: 0 }}>
          {t("savedFilters.lost.title")}: {open.lost.join(" · ")}
        </Alert>
      )}
      <Suspense>
        {naming && filter && (
          <SaveFilterDialog
            onClose={() => setNaming(false)}
            onSave={async ({ name, shared }) => {
              const saved = await save({ name, shared, filter });
              setOpenId(saved.id);
              toast(t("savedFilters.saved", { name: saved.name }));
            }}
          />
        )}
      </Suspense>
    </>
  );
}

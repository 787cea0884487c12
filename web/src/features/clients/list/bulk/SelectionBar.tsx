import { countedUpTo } from "@clientela/shared/paging";
import Close from "@mui/icons-material/Close";
import ExpandMore from "@mui/icons-material/ExpandMore";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { type MouseEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientFilter } from "../../../../generated/schema.ts";
import { useFormats } from "../../../../i18n/format.ts";
import { useViewer } from "../../../../session/useSession.ts";
import { BulkPicker, type Pick } from "./BulkPicker.tsx";
import { useClientCountQuery } from "./bulk.generated.ts";
import { useBulkActions } from "./useBulkActions.ts";
import type { ListSelection } from "./useSelection.ts";

interface SelectionBarProps {
  selection: ListSelection;
  filter: ClientFilter | undefined;
  /** How many the filter matches, exact up to 10,000; undefined while they are being counted. */
  totalCount: number | undefined;
  /** What is filtered, in words. */
  among: string | null;
  /** Whether every selected client that is loaded may be deleted by the viewer. */
  deletable: boolean;
}

const inBar = ["list", "tag", "status"] as const;
const inMenu = ["untag", "unlist", "owner", "team"] as const;

/** What can be done with the selected clients, in the place of the filters [F78][F79][F81][F82][F83]. */
export function SelectionBar({ selection, filter, totalCount, among, deletable }: SelectionBarProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { can } = useViewer();
  const actions = useBulkActions(selection.forApi);
  const [picking, setPicking] = useState<{ pick: Pick; anchor: HTMLElement } | null>(null);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const exact = totalCount === undefined || totalCount <= countedUpTo;
  const { data } = useClientCountQuery({ variables: { filter: filter ?? null }, skip: exact });
  const total = exact ? totalCount : data?.clientCount;
  const { all } = selection.selected;
  const count = all ? total : selection.count;
  const open = (pick: Pick) => (event: MouseEvent<HTMLElement>) => setPicking({ pick, anchor: event.currentTarget });
  return (
    <Box role="toolbar" aria-label={t("bulk.bar")} sx={barSx}>
      <IconButton aria-label={t("bulk.clear")} title={`${t("bulk.clear")} (Esc)`} onClick={selection.clear}>
        <Close sx={{ fontSize: 18 }} />
      </IconButton>
      <Box role="status" className="tabular" sx={{ fontWeight: 600, whiteSpace: "nowrap", mr: 0.5 }}>
        {count === undefined ? t("bulk.allSelected") : t("bulk.selected", { count, formatted: number(count) })}
      </Box>
      {!all && total !== undefined && total > selection.count && (
        <Button onClick={selection.selectAll} sx={{ whiteSpace: "nowrap" }}>
          {t("bulk.selectAll", { count: total, formatted: number(total) })}
        </Button>
      )}
      {inBar.map((pick) => (
        <Button key={pick} color="inherit" aria-haspopup="dialog" onClick={open(pick)} endIcon={<ExpandMore />}>
          {t(`bulk.action.${pick}`)}
        </Button>
      ))}
      <Button
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        onClick={(event) => setMenu(event.currentTarget)}
        endIcon={<ExpandMore />}
      >
        {t("bulk.more")}
      </Button>
      <Menu anchorEl={menu} open={menu !== null} onClose={() => setMenu(null)}>
        {inMenu.map((pick) => (
          <MenuItem
            key={pick}
            onClick={() => {
              if (menu) setPicking({ pick, anchor: menu });
              setMenu(null);
            }}
          >
            {t(`bulk.action.${pick}`)}
          </MenuItem>
        ))}
        {can("clients.delete") && deletable && (
          <MenuItem
            sx={{ color: "error.main" }}
            onClick={() => {
              setMenu(null);
              void actions.remove().then((done) => done && selection.clear());
            }}
          >
            {t("bulk.action.delete")}
          </MenuItem>
        )}
      </Menu>
      {among && <Box sx={amongSx}>{t("bulk.among", { filter: among })}</Box>}
      {picking && <BulkPicker {...picking} actions={actions} onClose={() => setPicking(null)} />}
    </Box>
  );
}

const barSx = {
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 0.5,
  minWidth: 0,
  fontSize: "0.8125rem",
  "& .MuiButton-root": { minHeight: { xs: 44, md: 32 } },
  "& .MuiButton-endIcon": { ml: 0.25 },
} as const;
/** Where the filters take a second line, so does this; otherwise it is only heard. */
const amongSx = {
  display: { xs: "none", md: "block" },
  flexBasis: "100%",
  px: 0.75,
  color: "text.secondary",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
} as const;

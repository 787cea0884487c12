import ArrowDownward from "@mui/icons-material/ArrowDownward";
import ArrowUpward from "@mui/icons-material/ArrowUpward";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientOrder } from "../../../generated/schema.ts";
import { columnLabel } from "./columns/columnLabels.ts";
import { sortable } from "./columns/columns.ts";
import { orderAfterClick } from "./listState.ts";

interface SortControlProps {
  order: ClientOrder;
  onOrder: (order: ClientOrder) => void;
  /** A person who sees masked addresses cannot sort by them either. */
  emailSortable: boolean;
}

/** Sorting where there is no column's head to press. */
export function SortControl({ order, onOrder, emailSortable }: SortControlProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const current = sortable.find(({ field }) => field === order.field)?.key ?? "createdAt";
  const offered = sortable.filter(({ field }) => emailSortable || field !== "EMAIL");
  const ascending = order.direction === "ASC";
  const direction = ascending ? t("clientPages.list.ascending") : t("clientPages.list.descending");
  const Arrow = ascending ? ArrowUpward : ArrowDownward;
  return (
    <Box sx={{ display: "flex", alignItems: "center" }}>
      <Button
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ fontSize: "0.8125rem", fontWeight: 400 }}
      >
        {t("clientPages.list.sortByColumn", { column: columnLabel(current, []).toLocaleLowerCase() })}
      </Button>
      <IconButton
        aria-label={`${t("clientPages.list.turnRound")} (${direction})`}
        title={t("clientPages.list.turnRound")}
        onClick={() => onOrder(orderAfterClick(order, order.field))}
      >
        <Arrow sx={{ fontSize: 16 }} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {offered.map(({ key, field }) => (
          <MenuItem
            key={key}
            selected={field === order.field}
            onClick={() => {
              setAnchor(null);
              if (field !== order.field) onOrder(orderAfterClick(order, field));
            }}
          >
            {columnLabel(key, [])}
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}

import ArrowDownward from "@mui/icons-material/ArrowDownward";
import ArrowUpward from "@mui/icons-material/ArrowUpward";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import NativeSelect from "@mui/material/NativeSelect";
import { useTranslation } from "react-i18next";
import type { ClientOrder } from "../../../generated/schema.ts";
import { columns } from "../columns.ts";
import { orderAfterClick } from "../listState.ts";

interface NarrowSortProps {
  order: ClientOrder;
  onOrder: (order: ClientOrder) => void;
}

/** Sorting where there are no column heads. */
export function NarrowSort({ order, onOrder }: NarrowSortProps) {
  const { t } = useTranslation();
  const sortable = columns.flatMap(({ key, order: field }) => (field ? [{ key, field }] : []));
  return (
    <Box sx={{ display: "flex", alignItems: "center" }}>
      <NativeSelect
        disableUnderline
        value={order.field}
        inputProps={{ "aria-label": t("clientPages.list.sortBy") }}
        onChange={(event) => {
          const chosen = sortable.find(({ field }) => field === event.target.value);
          if (chosen) onOrder(orderAfterClick(order, chosen.field));
        }}
        sx={{ fontSize: "0.8125rem" }}
      >
        {sortable.map(({ key, field }) => (
          <option key={key} value={field}>
            {t(`clientPages.list.column.${key}`)}
          </option>
        ))}
      </NativeSelect>
      <IconButton
        aria-label={`${t("clientPages.list.turnRound")} (${order.direction === "ASC" ? t("clientPages.list.ascending") : t("clientPages.list.descending")})`}
        onClick={() => onOrder(orderAfterClick(order, order.field))}
      >
        {order.direction === "ASC" ? <ArrowUpward fontSize="small" /> : <ArrowDownward fontSize="small" />}
      </IconButton>
    </Box>
  );
}

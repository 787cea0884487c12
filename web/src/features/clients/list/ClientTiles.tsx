import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Skeleton from "@mui/material/Skeleton";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../../i18n/format.ts";
import { useClientTilesQuery } from "../clients.generated.ts";
import type { ClientListState } from "./listState.ts";

interface ClientTilesProps {
  state: ClientListState;
  onChange: (state: ClientListState) => void;
}

type Wanted = Pick<ClientListState, "status" | "created">;
const tiles = {
  total: { status: [], created: null },
  prospects: { status: ["PROSPECT"], created: null },
  clients: { status: ["CLIENT"], created: null },
  newThisMonth: { status: [], created: { preset: "THIS_MONTH" } },
} as const satisfies Record<string, { status: readonly string[]; created: Wanted["created"] }>;

/** The counts of the business as quiet filters: each shows what it counts. */
export function ClientTiles({ state, onChange }: ClientTilesProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { data, error } = useClientTilesQuery();
  const stats = data?.clientStats;
  return (
    <Box role="group" aria-label={t("clientPages.list.tiles")} sx={tilesSx}>
      {(Object.keys(tiles) as (keyof typeof tiles)[]).map((key) => {
        const wanted: Wanted = { ...tiles[key], status: [...tiles[key].status] };
        const active =
          JSON.stringify([state.status, state.created]) === JSON.stringify([wanted.status, wanted.created]);
        return (
          <ButtonBase
            key={key}
            aria-pressed={active}
            onClick={() => onChange({ ...state, ...wanted })}
            sx={tileSx(active)}
          >
            <Box component="span" sx={{ color: "text.secondary", fontSize: "0.75rem" }}>
              {t(`clientPages.list.tile.${key}`)}
            </Box>
            <Box
              component="span"
              className="tabular"
              sx={{ fontSize: "1.125rem", fontWeight: 600, lineHeight: "24px" }}
            >
              {stats ? number(stats[key]) : error ? "—" : <Skeleton width={40} height={24} />}
            </Box>
          </ButtonBase>
        );
      })}
    </Box>
  );
}

const tilesSx = {
  display: "grid",
  gridTemplateColumns: { xs: "repeat(4, minmax(112px, 1fr))", sm: "repeat(4, minmax(0, 180px))" },
  gap: 1,
  overflowX: { xs: "auto", sm: "visible" },
  // The focus ring of a tile must not be cut off where the row scrolls.
  m: -0.5,
  p: 0.5,
} as const;

const tileSx = (active: boolean) => ({
  display: "flex",
  flexDirection: "column",
  alignItems: "flex-start",
  px: 1.5,
  py: 0.75,
  border: 1,
  borderRadius: 1,
  borderColor: active ? "primary.main" : "divider",
  "&:hover": { bgcolor: "action.hover" },
});

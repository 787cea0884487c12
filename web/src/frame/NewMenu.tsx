import { paths } from "@clientela/shared/paths";
import AddIcon from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Make, Page } from "../feature.ts";
import { features } from "../features.ts";
import { textOf } from "../i18n/i18n.ts";
import { preloadPanels } from "../panels.tsx";

const all = features.flatMap(({ make }) => make ?? []);

/** The things that can be made on a page, its own first. */
function thingsOf(path: string | undefined, params: URLSearchParams): Make[] {
  const onRecord = path === paths.client;
  const offered = all.filter(({ ofClient }) => onRecord || ofClient !== "only");
  const closeness = ({ ofClient, closeTo }: Make) =>
    onRecord ? Number(Boolean(ofClient)) : path ? (closeTo?.(path, params) ?? 0) : 0;
  return offered.sort((a, b) => closeness(b) - closeness(a));
}

/** «+ Nuevo»: makes something over the page one is on, whose filters, scroll and ticks stay. */
export function NewMenu({ page }: { page: Page | undefined }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const addressOf = ({ opens }: Make) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(opens)) next.set(name, value);
    return { search: next.toString() };
  };
  return (
    <>
      <Button
        variant="contained"
        startIcon={<AddIcon />}
        aria-label={t("frame.new")}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          void preloadPanels();
          setAnchor(event.currentTarget);
        }}
        sx={{ ml: { xs: "auto", md: 0 }, "& .MuiButton-startIcon": { mr: { xs: 0, sm: 0.75 } }, minWidth: 36 }}
      >
        <Box component="span" sx={{ display: { xs: "none", sm: "inline" } }}>
          {t("frame.new")}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {thingsOf(page?.path, params).map((make) => (
          <MenuItem
            key={make.label}
            component={Link}
            to={addressOf(make)}
            preventScrollReset
            onClick={() => setAnchor(null)}
          >
            {textOf({ key: make.label })}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

import { paths } from "@clientela/shared/paths";
import AddIcon from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { appointmentParameter, weekState } from "../features/appointments/paths.ts";
import { newClientParameter } from "../features/clients/paths.ts";
import { taskParameter } from "../features/tasks/paths.ts";
import type { Page } from "../pages.ts";
import { preloadPanels } from "../panels.tsx";

/** What the address gets for each thing that can be made; a contact belongs to the record one is on. */
const opened = {
  client: { [newClientParameter]: "1" },
  task: { [taskParameter]: "new" },
  appointment: { [appointmentParameter]: "new" },
  contact: { tab: "contacts", contact: "new" },
} as const;
type Thing = keyof typeof opened;

/** What can be made on a page, its own thing first. */
function thingsOf(page: Page | undefined, week: boolean): Thing[] {
  if (page?.path === paths.client) return ["task", "appointment", "contact", "client"];
  if (page?.path !== paths.tasks) return ["client", "task", "appointment"];
  return week ? ["appointment", "task", "client"] : ["task", "appointment", "client"];
}

/** «+ Nuevo»: makes something over the page one is on, whose filters, scroll and ticks stay. */
export function NewMenu({ page }: { page: Page | undefined }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const addressOf = (thing: Thing) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(opened[thing])) next.set(name, value);
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
        {thingsOf(page, weekState.read(params).week).map((thing) => (
          <MenuItem
            key={thing}
            component={Link}
            to={addressOf(thing)}
            preventScrollReset
            onClick={() => setAnchor(null)}
          >
            {t(`frame.make.${thing}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

import { firstTab } from "@clientela/shared/paths";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { textOf } from "../../../i18n/i18n.ts";
import type { RecordTab } from "./recordTabs.tsx";

interface ClientTabsProps {
  tabs: readonly RecordTab[];
  active: string;
}

/** The parts of a record as tabs; each is a link, so that it can be opened beside and copied. */
export function ClientTabs({ tabs, active }: ClientTabsProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const to = (name: string) => {
    const next = new URLSearchParams(params);
    if (name === firstTab) next.delete("tab");
    else next.set("tab", name);
    return { search: next.toString() };
  };
  return (
    <Tabs
      value={active}
      aria-label={t("clientPages.record.tabs")}
      variant="scrollable"
      // An arrow where more tabs follow: on a phone the edge of the screen may lie just between two of them.
      scrollButtons="auto"
      allowScrollButtonsMobile
      sx={tabsSx}
    >
      {tabs.map(({ name, title }) => (
        <Tab
          key={name}
          value={name}
          id={`tab-${name}`}
          aria-controls={`panel-${name}`}
          label={textOf({ key: title })}
          component={Link}
          to={to(name)}
          preventScrollReset
          sx={{ minHeight: 40, minWidth: 0, px: 1.5, py: 0 }}
        />
      ))}
    </Tabs>
  );
}

const tabsSx = {
  minHeight: 40,
  borderBottom: 1,
  borderColor: "divider",
  px: { xs: 1, md: 1.5 },
  "& .MuiTabScrollButton-root": { width: 28, "&.Mui-disabled": { display: "none" } },
} as const;

import type { ClientTab } from "@clientela/shared/paths";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";

interface ClientTabsProps {
  tabs: readonly ClientTab[];
  active: ClientTab;
}

/** The parts of a record as tabs; each is a link, so that it can be opened beside and copied. */
export function ClientTabs({ tabs, active }: ClientTabsProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const to = (tab: ClientTab) => {
    const next = new URLSearchParams(params);
    if (tab === "timeline") next.delete("tab");
    else next.set("tab", tab);
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
      {tabs.map((tab) => (
        <Tab
          key={tab}
          value={tab}
          id={`tab-${tab}`}
          aria-controls={`panel-${tab}`}
          label={t(`clientPages.record.tab.${tab}`)}
          component={Link}
          to={to(tab)}
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

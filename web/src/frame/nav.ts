import type { NavItem } from "../feature.ts";
import { features } from "../features.ts";

const all = features.flatMap(({ nav = [] }) => nav);

/** Where the sidebar leads; what the person may not open is not shown. */
export const navOf = (area: NavItem["area"]): NavItem[] => all.filter((item) => item.area === area);

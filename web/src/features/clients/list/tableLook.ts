import { type Column, menuWidth, selectWidth } from "./columns/columns.ts";

/** The class of cells that stay where they are when a wide table is scrolled sideways. */
export const pinned = "pinned";

const pin = { position: "sticky", zIndex: 2, bgcolor: "background.default" } as const;

/** Where the pinned cells stay. */
export const pinnedSx = {
  select: { ...pin, left: 0, width: selectWidth, pl: 1.5, pr: 0 },
  name: { ...pin, left: selectWidth },
  menu: { ...pin, right: 0, width: menuWidth, px: 0.5 },
} as const;

/** A cell between name and menu. */
export const cellSx = ({ figures }: Column) => (figures ? { textAlign: "right" as const } : {});

/**
 * A row: hovered, ticked and reached by the keyboard in three ways that go together. Pinned cells are opaque, so they
 * lay the row's colour over the page's.
 */
export const rowSx = {
  "--row": "transparent",
  bgcolor: "var(--row)",
  "& > *": { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  [`& > .${pinned}`]: { backgroundImage: "linear-gradient(var(--row), var(--row))", overflow: "visible" },
  "& a": {
    display: "block",
    overflow: "hidden",
    textOverflow: "ellipsis",
    color: "text.primary",
    fontWeight: 600,
    textDecoration: "none",
    outline: "none",
  },
  // As wide as the visible part, from the name on.
  "& a::after": {
    content: '""',
    position: "absolute",
    top: 0,
    bottom: 0,
    left: 0,
    width: `calc(100cqw - ${selectWidth}px)`,
  },
  "&:hover": { "--row": "var(--mui-palette-action-hover)" },
  "&[aria-selected=true]": { "--row": "var(--mui-palette-primary-light)" },
  "&[aria-selected=true]:hover": {
    "--row": "color-mix(in srgb, var(--mui-palette-primary-main) 8%, var(--mui-palette-primary-light))",
  },
  "&:has(a:focus-visible)": { "--row": "var(--mui-palette-action-selected)" },
  "&[aria-selected=true]:has(a:focus-visible)": {
    "--row": "color-mix(in srgb, var(--mui-palette-primary-main) 14%, var(--mui-palette-primary-light))",
  },
  "&:has(a:focus-visible) > :first-of-type": { boxShadow: "inset 3px 0 0 var(--mui-palette-primary-main)" },
} as const;

/** What scrolls: both ways under the head, beside the name. */
export const scrollerSx = {
  flex: 1,
  minHeight: 240,
  overflow: "auto",
  containerType: "inline-size",
  overscrollBehaviorX: "contain",
  "& table": { tableLayout: "fixed", borderCollapse: "separate" },
  [`&[data-sideways] thead .${pinned}:nth-of-type(2), &[data-sideways] tbody th`]: {
    borderRight: 1,
    borderRightColor: "divider",
  },
} as const;

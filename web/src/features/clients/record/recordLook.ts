const hairline = "1px solid var(--mui-palette-divider)";

/** Height in pixels of the record's head where it stays in view. */
export const headHeight = 56;

/** A very long name is whole among the properties; here it leaves room for what one came for. */
export const nameSx = {
  minWidth: 0,
  overflowWrap: "anywhere",
  display: "-webkit-box",
  WebkitBoxOrient: "vertical",
  WebkitLineClamp: { xs: "3", lg: "1" },
  overflow: "hidden",
} as const;

/** How many tags the head shows where it is one line. */
export const tagsInHead = 3;

/** Where there is room, the head stays under the frame's bar, and nothing is scrolled to beneath it. */
export const barsOfRecord = { "@media (min-width: 1200px)": { html: { "--bars": `${48 + headHeight}px` } } } as const;

/** The columns of a record where there is room for them: properties, what happened, and what is related. */
export const columnsSx = {
  display: "grid",
  flex: 1,
  alignItems: "start",
  gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "312px minmax(0, 1fr)", lg: "312px minmax(0, 1fr) 300px" },
  gridTemplateRows: { md: "auto 1fr", lg: "1fr" },
  gridTemplateAreas: { xs: '"middle"', md: '"left middle" "right middle"', lg: '"left middle right"' },
  "& > *": { alignSelf: "stretch" },
} as const;

/** The lines beside the middle column. */
export const middleSx = { borderLeft: { md: hairline }, borderRight: { lg: hairline } } as const;

/** The head of a record: in one line that stays where there is room. */
export const headSx = {
  display: "flex",
  alignItems: "center",
  flexWrap: { xs: "wrap", lg: "nowrap" },
  columnGap: 1.5,
  rowGap: 0.5,
  minHeight: headHeight,
  position: { lg: "sticky" },
  top: 48,
  zIndex: 5,
  bgcolor: "background.default",
  px: { xs: 2, md: 2.5 },
  py: 1,
  borderBottom: 1,
  borderColor: "divider",
} as const;

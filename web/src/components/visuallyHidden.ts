/** For those who hear a page and do not see it. */
export const visuallyHidden = {
  position: "absolute",
  // As texts: `sx` reads the number 1 as the whole width.
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  m: 0,
} as const;

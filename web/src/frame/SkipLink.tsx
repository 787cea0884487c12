import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";

const Anchor = styled("a")({
  position: "fixed",
  left: 8,
  top: -60,
  zIndex: 2000,
  padding: "8px 12px",
  borderRadius: 6,
  background: "var(--mui-palette-background-paper)",
  border: "1px solid var(--mui-palette-divider)",
  "&:focus": { top: 8 },
});

/** The first stop of the Tab key: past the navigation, to the page. */
export function SkipLink() {
  const { t } = useTranslation();
  return <Anchor href="#content">{t("nav.skip")}</Anchor>;
}

import { keyframes } from "@emotion/react";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";

const slide = keyframes({ from: { transform: "translateX(-100%)" }, to: { transform: "translateX(100%)" } });

const Line = styled("div")({
  position: "fixed",
  insetInline: 0,
  top: 0,
  height: 2,
  zIndex: 1500,
  background: "var(--mui-palette-primary-main)",
  // Only what takes longer than a blink is announced.
  animation: `${slide} 1.2s ease-in-out 0.15s infinite both`,
});

/** A thin line at the top while a page's code or the session is on its way. */
export function PageLoading() {
  const { t } = useTranslation();
  return <Line role="progressbar" aria-label={t("common.loading")} />;
}

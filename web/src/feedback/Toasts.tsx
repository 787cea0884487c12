import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../hooks/createStore.ts";
import { closeToast, type Toast, toasts } from "./toast.ts";

const shownFor = 8_000;

/** Where toasts appear; announced politely, and kept while the pointer or the focus is on them. */
export function Toasts() {
  const shown = useStore(toasts);
  return (
    <Box
      component="section"
      aria-live="polite"
      aria-atomic="false"
      sx={{
        position: "fixed",
        left: { xs: 8, sm: 16 },
        right: { xs: 8, sm: "auto" },
        bottom: { xs: 64, md: 16 },
        zIndex: "snackbar",
        display: "grid",
        gap: 1,
        maxWidth: 480,
      }}
    >
      {shown.map((each) => (
        <ToastRow key={each.id} {...each} />
      ))}
    </Box>
  );
}

function ToastRow({ id, text, severity, action }: Toast) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || severity === "error") return;
    const timer = setTimeout(() => closeToast(id), shownFor);
    return () => clearTimeout(timer);
  }, [id, held, severity]);
  return (
    <Box
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1,
        pl: 2,
        pr: 0.5,
        py: 0.5,
        color: "background.paper",
        bgcolor: "text.primary",
        borderRadius: 1.5,
        borderLeft: severity === "error" ? "4px solid" : 0,
        borderColor: "error.main",
        boxShadow: "0 8px 24px rgba(0,0,0,0.24)",
      }}
    >
      <Box sx={{ flex: 1, py: 0.75 }}>{text}</Box>
      {action && (
        <Button
          color="inherit"
          sx={{ textDecoration: "underline" }}
          onClick={() => {
            closeToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton color="inherit" aria-label={t("common.close")} onClick={() => closeToast(id)}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}

import { createTheme } from "@mui/material/styles";
import type {} from "@mui/material/themeCssVarsAugmentation";

const focusRing = { outline: "2px solid var(--mui-palette-primary-main)", outlineOffset: 2 };
const hairline = "1px solid var(--mui-palette-divider)";

/** Where the chosen colour mode is kept; public/before-paint.js reads the same key before the first paint. */
export const themeStorageKey = "clientela.theme";

/** Width of the window in pixels below which the sidebar becomes a drawer. */
export const narrowWidth = 900;

/** Our own look: neutral greys, one accent, hairlines, a dense 14 px; AA contrast in both schemes. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: "data-theme" },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: "#2b57c8", dark: "#2248a8", light: "#eaf0fd", contrastText: "#fff" },
        error: { main: "#b3261e" },
        warning: { main: "#8a5300" },
        success: { main: "#1a6e3c" },
        info: { main: "#2b57c8" },
        text: { primary: "#1b1d21", secondary: "#5a616c", disabled: "#767d88" },
        background: { default: "#ffffff", paper: "#ffffff" },
        divider: "#e3e5e9",
        grey: { 50: "#f7f8f9", 100: "#f0f1f3", 200: "#e3e5e9" },
        action: { hover: "rgba(27,29,33,0.045)", selected: "rgba(27,29,33,0.075)" },
        Tooltip: { bg: "#2a2d33" },
      },
    },
    dark: {
      palette: {
        primary: { main: "#8fb2ff", dark: "#b1c9ff", light: "#20293d", contrastText: "#0d1730" },
        error: { main: "#ff9a90" },
        warning: { main: "#f0b75e" },
        success: { main: "#7bcf97" },
        info: { main: "#8fb2ff" },
        text: { primary: "#e9ebee", secondary: "#a4abb6", disabled: "#8b929d" },
        background: { default: "#161719", paper: "#1c1e21" },
        divider: "#2d3035",
        grey: { 50: "#1b1d20", 100: "#222428", 200: "#2d3035" },
        action: { hover: "rgba(255,255,255,0.055)", selected: "rgba(255,255,255,0.09)" },
        Tooltip: { bg: "#3a3e45" },
      },
    },
  },
  breakpoints: { values: { xs: 0, sm: 600, md: narrowWidth, lg: 1200, xl: 1536 } },
  shape: { borderRadius: 6 },
  spacing: 8,
  typography: {
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif',
    fontWeightMedium: 600,
    fontWeightBold: 600,
    h1: { fontSize: "1.25rem", fontWeight: 600, lineHeight: 1.4 },
    h2: { fontSize: "1rem", fontWeight: 600, lineHeight: 1.5 },
    h3: { fontSize: "0.875rem", fontWeight: 600, lineHeight: 1.5 },
    body1: { fontSize: "0.875rem", lineHeight: 1.5 },
    body2: { fontSize: "0.8125rem", lineHeight: 1.5 },
    caption: { fontSize: "0.75rem", lineHeight: 1.4 },
    button: { fontSize: "0.875rem", fontWeight: 600, textTransform: "none" },
  },
  transitions: {
    duration: {
      shortest: 80,
      shorter: 100,
      short: 120,
      standard: 140,
      complex: 140,
      enteringScreen: 140,
      leavingScreen: 100,
    },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        // What stays at the top: the frame's bar, and under it what a page adds. Nothing is scrolled to beneath it.
        html: { "--bars": "48px", scrollPaddingTop: "var(--bars)" },
        body: {
          fontSize: "0.875rem",
          lineHeight: 1.5,
          overflowWrap: "break-word",
          WebkitFontSmoothing: "antialiased",
        },
        a: { color: "var(--mui-palette-primary-main)" },
        ":focus-visible": focusRing,
        "time, td, .tabular": { fontVariantNumeric: "tabular-nums" },
        "@media (prefers-reduced-motion: reduce)": {
          "*, *::before, *::after": { animationDuration: "0.01ms !important", transitionDuration: "0.01ms !important" },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { "&.Mui-focusVisible": focusRing } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: "small" },
      styleOverrides: {
        root: { minHeight: 32, padding: "4px 12px", whiteSpace: "nowrap" },
        text: { padding: "4px 8px" },
        outlined: { borderColor: "var(--mui-palette-divider)" },
      },
    },
    MuiIconButton: {
      defaultProps: { size: "small" },
      styleOverrides: { root: { borderRadius: 6, minWidth: 32, minHeight: 32 } },
    },
    MuiOutlinedInput: {
      defaultProps: { size: "small" },
      styleOverrides: {
        root: { "&.Mui-focused .MuiOutlinedInput-notchedOutline": { borderWidth: 2 } },
        input: { padding: "7px 10px", height: 20, "&:focus-visible": { outline: "none" } },
        multiline: { padding: "7px 10px", "& textarea": { padding: 0, height: "auto" } },
        notchedOutline: { borderColor: "var(--mui-palette-OutlinedInput-border, #8a919c)" },
      },
    },
    MuiFormLabel: {
      styleOverrides: {
        root: {
          fontSize: "0.8125rem",
          fontWeight: 600,
          color: "var(--mui-palette-text-primary)",
          "&.Mui-focused": { color: "var(--mui-palette-text-primary)" },
        },
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { marginInline: 0, fontSize: "0.75rem" } } },
    MuiBackdrop: {
      styleOverrides: { root: { "&:not(.MuiBackdrop-invisible)": { backgroundColor: "rgba(10,12,16,0.36)" } } },
    },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: "none" } } },
    MuiDialog: { styleOverrides: { paper: { border: hairline, boxShadow: "0 16px 48px rgba(0,0,0,0.24)" } } },
    MuiDialogTitle: {
      styleOverrides: {
        root: { fontSize: "1rem", fontWeight: 600, padding: "16px 20px 8px", overflowWrap: "anywhere" },
      },
    },
    MuiDialogContent: { styleOverrides: { root: { padding: "8px 20px" } } },
    MuiDialogActions: { styleOverrides: { root: { padding: "12px 20px 16px" } } },
    MuiMenu: {
      styleOverrides: { paper: { border: hairline, boxShadow: "0 8px 24px rgba(0,0,0,0.18)" }, list: { padding: 4 } },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          fontSize: "0.875rem",
          minHeight: 32,
          maxWidth: 480,
          borderRadius: 4,
          padding: "4px 10px",
          whiteSpace: "normal",
          overflowWrap: "anywhere",
        },
      },
    },
    MuiAutocomplete: {
      styleOverrides: {
        paper: { border: hairline, boxShadow: "0 8px 24px rgba(0,0,0,0.18)" },
        inputRoot: {
          "&.MuiOutlinedInput-root": {
            padding: "0 36px 0 2px",
            flexWrap: "wrap",
            "& .MuiAutocomplete-input": { padding: "7px 8px", minWidth: 60 },
          },
        },
        tag: { margin: 2, height: 24 },
      },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 400 },
      styleOverrides: { tooltip: { fontSize: "0.75rem", fontWeight: 400 } },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { fontSize: "0.8125rem", padding: "0 12px", height: 40, borderColor: "var(--mui-palette-divider)" },
        head: { color: "var(--mui-palette-text-secondary)", fontWeight: 600, whiteSpace: "nowrap", height: 36 },
      },
    },
    MuiChip: { defaultProps: { size: "small" }, styleOverrides: { root: { borderRadius: 6, fontSize: "0.75rem" } } },
    MuiSkeleton: { defaultProps: { animation: "pulse" } },
    MuiAlert: {
      styleOverrides: {
        root: { padding: "4px 12px", fontSize: "0.8125rem", alignItems: "center" },
        message: { minWidth: 0, overflowWrap: "anywhere" },
      },
    },
  },
});

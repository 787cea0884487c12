import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider } from "@mui/material/styles";
import { useState } from "react";
import { RouterProvider } from "react-router/dom";
import { createRouter } from "./routes.tsx";
import { theme, themeStorageKey } from "./theme.ts";

/** The admin: its providers and the router. */
export function App() {
  const [router] = useState(createRouter);
  return (
    <ThemeProvider theme={theme} defaultMode="system" modeStorageKey={themeStorageKey}>
      <CssBaseline enableColorScheme />
      {/* Without transitions: a page drawn in pieces would ask Apollo for the old and the new list in turn. */}
      <RouterProvider router={router} useTransitions={false} />
    </ThemeProvider>
  );
}

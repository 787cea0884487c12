import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useStore } from "../hooks/createStore.ts";
import { frameDialog } from "./dialogs.ts";
import { pageShortcuts, type Shortcut } from "./shortcuts.ts";

/** The keys that work here. */
export function ShortcutsDialog() {
  const { t } = useTranslation();
  const onThisPage = useStore(pageShortcuts);
  const everywhere: Shortcut[] = [
    { keys: "Ctrl K", label: t("shortcuts.command") },
    { keys: "/", label: t("shortcuts.search") },
    { keys: "Ctrl ↵", label: t("shortcuts.save") },
    { keys: "Esc", label: t("shortcuts.close") },
    { keys: "?", label: t("shortcuts.help") },
  ];
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={() => frameDialog.set(null)} aria-labelledby="shortcuts-title">
      <DialogTitle id="shortcuts-title">{t("shortcuts.title")}</DialogTitle>
      <DialogContent sx={{ pb: 3 }}>
        <Keys
          title={t("shortcuts.everywhere")}
          shortcuts={everywhere.filter(({ keys }) => !onThisPage.some((own) => own.keys === keys))}
        />
        {onThisPage.length > 0 && <Keys title={t("shortcuts.thisPage")} shortcuts={onThisPage} />}
      </DialogContent>
    </Dialog>
  );
}

function Keys({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <Box component="section" sx={{ mt: 1 }}>
      <Typography variant="h3" color="textSecondary" gutterBottom>
        {title}
      </Typography>
      <Box component="dl" sx={{ display: "grid", gridTemplateColumns: "1fr auto", rowGap: 0.75, m: 0 }}>
        {shortcuts.map(({ keys, label }) => (
          <Box key={keys + label} sx={{ display: "contents" }}>
            <dt>{label}</dt>
            <Box component="dd" sx={{ m: 0, textAlign: "right" }}>
              {keys.split(" ").map((key) => (
                <Box
                  component="kbd"
                  key={key}
                  sx={{
                    font: "inherit",
                    fontSize: 12,
                    border: 1,
                    borderColor: "divider",
                    borderRadius: 1,
                    px: 0.75,
                    py: 0.25,
                    ml: 0.5,
                  }}
                >
                  {key}
                </Box>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../components/PageTitle.tsx";
import { currentLanguage, languages, switchLanguage } from "../i18n/i18n.ts";
import { OfflineBar } from "./OfflineBar.tsx";
import { ThemeToggle } from "./ThemeToggle.tsx";

/** If the texts do not come, the page keeps its language. */
const stayInLanguage = () => undefined;

interface PublicLayoutProps {
  title: string;
  /** Under the title, a sentence on what this is. */
  intro?: ReactNode;
  children?: ReactNode;
  wide?: boolean;
}

/** A page for people who are not signed in: one column, the product's name, the choice of language and theme. */
export function PublicLayout({ title, intro, children, wide = false }: PublicLayoutProps) {
  const { t } = useTranslation();
  return (
    <Box
      sx={{
        minHeight: "100dvh",
        display: "flex",
        flexDirection: "column",
        alignItems: "center",
        bgcolor: "grey.50",
        px: 2,
        pt: { xs: 4, sm: wide ? 6 : "14vh" },
        pb: 3,
        gap: 3,
      }}
    >
      <PageTitle title={title} />
      <Box component="header" sx={{ display: "flex", alignItems: "center", gap: 1, fontWeight: 600, fontSize: 16 }}>
        <img src="/favicon.svg" alt="" width={24} height={24} />
        Clientela
      </Box>
      <Box
        component="main"
        sx={{
          width: "100%",
          maxWidth: wide ? 560 : 380,
          p: { xs: 2.5, sm: 4 },
          bgcolor: "background.paper",
          border: 1,
          borderColor: "divider",
          borderRadius: 2,
        }}
      >
        <Typography variant="h1" sx={{ mb: intro ? 0.5 : 2 }}>
          {title}
        </Typography>
        {intro && (
          <Typography component="div" color="textSecondary" sx={{ mb: 2.5 }}>
            {intro}
          </Typography>
        )}
        {children}
      </Box>
      <Box component="footer" sx={{ display: "flex", alignItems: "center", gap: 2, mt: "auto" }}>
        {languages.map((language) => (
          <Button
            key={language}
            lang={language}
            color="inherit"
            aria-pressed={language === currentLanguage()}
            onClick={() => void switchLanguage(language).catch(stayInLanguage)}
            sx={{ fontWeight: language === currentLanguage() ? 600 : 400 }}
          >
            {t(`frame.${language}`)}
          </Button>
        ))}
        <ThemeToggle />
      </Box>
      <OfflineBar />
    </Box>
  );
}

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Section } from "../../../components/Section.tsx";

const command = (origin: string) => `curl ${origin}/graphql \\
  -H "Authorization: Bearer $CLIENTELA_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"query":"{ clients(first: 5) { nodes { name email } } }"}'`;

/** How a program uses a key, and the way to the playground. */
export function Example() {
  const { t } = useTranslation();
  return (
    <Section title={t("keys.example")} intro={t("keys.exampleExplain")}>
      <Box
        component="pre"
        tabIndex={0}
        role="group"
        aria-label={t("keys.example")}
        sx={{
          m: 0,
          p: 2,
          overflow: "auto",
          fontFamily: "ui-monospace, monospace",
          fontSize: 13,
          bgcolor: "grey.50",
          border: 1,
          borderColor: "divider",
          borderRadius: 1,
        }}
      >
        {command(location.origin)}
      </Box>
      <Button href="/graphql" target="_blank" variant="outlined" sx={{ mt: 2 }}>
        {t("keys.playground")}
      </Button>
    </Section>
  );
}

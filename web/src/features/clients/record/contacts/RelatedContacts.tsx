import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { RelatedWaiting } from "../../../../components/RelatedWaiting.tsx";
import { useClientContactsQuery } from "./contacts.generated.ts";

/** The client's active contacts in short, the primary one first, and the way to all of them [F190]. */
export function RelatedContacts({ clientId, path }: { clientId: string; path: string }) {
  const { t } = useTranslation();
  const { data, loading } = useClientContactsQuery({ variables: { clientId } });
  if (!data) return <RelatedWaiting failed={!loading} />;
  const contacts = (data?.client?.contacts ?? []).filter(({ active }) => active);
  return (
    <Box sx={{ fontSize: "0.8125rem", display: "grid", gap: 0.5, pb: 0.5 }}>
      {contacts.slice(0, 5).map(({ id, name, position, primary }) => (
        <Box key={id} sx={{ overflowWrap: "anywhere" }}>
          <Box component="span" sx={{ fontWeight: primary ? 600 : 400 }}>
            {name}
          </Box>
          {position && (
            <Box component="span" sx={{ color: "text.secondary" }}>
              {` · ${position}`}
            </Box>
          )}
        </Box>
      ))}
      <Link component={RouterLink} to={path} underline="hover" sx={{ display: "inline-block", lineHeight: "24px" }}>
        {contacts.length > 0 ? t("contacts.page.all") : t("contacts.page.add")}
      </Link>
    </Box>
  );
}

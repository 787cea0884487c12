import { paths } from "@clientela/shared/paths";
import { styled } from "@mui/material/styles";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { savedFilterPath } from "../features/clients/paths.ts";
import { useSavedFilters } from "../hooks/useSavedFilters.ts";

const Item = styled(Link)({
  display: "block",
  padding: "4px 8px 4px 36px",
  borderRadius: 6,
  fontSize: 13,
  lineHeight: "20px",
  textDecoration: "none",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
  color: "var(--mui-palette-text-secondary)",
  "&:hover": { background: "var(--mui-palette-action-hover)" },
  "&[aria-current]": { color: "var(--mui-palette-text-primary)", fontWeight: 600 },
});

/** The saved filters of the client list, under its link [F75]. */
export function SavedFilterLinks({ onFollow }: { onFollow?: () => void }) {
  const { t } = useTranslation();
  const { savedFilters } = useSavedFilters();
  const { pathname, search } = useLocation();
  const open = pathname === paths.clients ? new URLSearchParams(search).get("saved") : null;
  if (savedFilters.length === 0) return null;
  return (
    <ul aria-label={t("savedFilters.title")}>
      {savedFilters.map((saved) => (
        <li key={saved.id}>
          <Item
            to={savedFilterPath(saved)}
            title={saved.name}
            onClick={onFollow}
            aria-current={saved.id === open ? "page" : undefined}
          >
            {saved.name}
          </Item>
        </li>
      ))}
    </ul>
  );
}

import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Message } from "../components/Message.tsx";
import { clientsPath } from "../features/clients/paths.ts";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Message
      title={t("notFound.nothing")}
      actions={
        <Button component={Link} to={clientsPath()} variant="outlined">
          {t("notFound.back")}
        </Button>
      }
    >
      {t("notFound.explain")}
    </Message>
  );
}

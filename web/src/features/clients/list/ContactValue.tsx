import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { usePhoneFormat } from "../../../i18n/phone.ts";

interface ContactValueProps {
  value: string | null | undefined;
  /** False where the viewer gets the value masked [F209]. */
  visible: boolean;
}

/** A piece of contact data in a list; calm where it is hidden from the viewer, a dash where there is none. */
export function ContactValue({ value, visible }: ContactValueProps) {
  const { t } = useTranslation();
  const phone = usePhoneFormat();
  if (!value)
    return (
      <Box component="span" sx={{ color: "text.secondary" }} aria-hidden>
        {"—"}
      </Box>
    );
  if (visible) return <>{phone(value)}</>;
  return (
    <Box component="span" title={t("clientPages.list.maskedHint")} sx={{ color: "text.secondary" }}>
      {value}
    </Box>
  );
}

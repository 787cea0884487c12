import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { usePhoneFormat } from "../../../../i18n/phone.ts";
import type { RevealContactDataMutation } from "./reveal.generated.ts";

interface RevealedDataProps {
  data: RevealContactDataMutation["revealContactData"];
  onClose: () => void;
}

/** Contact data that were hidden, each under its name. */
export function RevealedData({ data, onClose }: RevealedDataProps) {
  const { t } = useTranslation();
  const phone = usePhoneFormat();
  const own = (["email", "phone", "mobile", "whatsapp"] as const).flatMap((key) =>
    data[key] ? [{ id: key, label: t(`clients.field.${key}`), value: phone(data[key]) }] : [],
  );
  const people = data.contacts.flatMap(({ id, name, email, phone: number }) => {
    const value = [email, number && phone(number)].filter(Boolean).join(" · ");
    return value ? [{ id, label: name, value }] : [];
  });
  const custom = data.customFields.map(({ key, label, value }) => ({ id: key, label, value }));
  const all = [...own, ...custom, ...people];
  return (
    <>
      <Box component="dl" sx={listSx}>
        {all.map(({ id, label, value }) => (
          <Box key={id} sx={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Box>
        ))}
      </Box>
      {all.length === 0 && <Box sx={{ mb: 2 }}>{t("contacts.reveal.nothing")}</Box>}
      <Button variant="contained" autoFocus onClick={onClose}>
        {t("common.close")}
      </Button>
    </>
  );
}

const listSx = {
  display: "grid",
  gridTemplateColumns: "minmax(96px, max-content) minmax(0, 1fr)",
  columnGap: 2,
  rowGap: 0.5,
  m: 0,
  mb: 2,
  "& dt": { color: "text.secondary" },
  "& dd": { m: 0, overflowWrap: "anywhere" },
} as const;

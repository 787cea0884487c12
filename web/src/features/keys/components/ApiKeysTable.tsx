import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { useTranslation } from "react-i18next";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { askAndDo } from "../../../feedback/askAndDo.ts";
import { useNow } from "../../../hooks/useNow.ts";
import { useFormats } from "../../../i18n/format.ts";
import { type ApiKeyRow_KeyFragment, useRevokeApiKeyMutation } from "../keys.generated.ts";

const wideOnly = { display: { xs: "none", sm: "table-cell" } };

/** One row per key. */
export function ApiKeysTable({ apiKeys }: { apiKeys: readonly ApiKeyRow_KeyFragment[] }) {
  const { t } = useTranslation();
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: "35%" }}>{t("keys.name")}</TableCell>
          <TableCell sx={wideOnly}>{t("keys.role")}</TableCell>
          <TableCell sx={wideOnly}>{t("keys.expires")}</TableCell>
          <TableCell>{t("keys.lastUsed")}</TableCell>
          <TableCell sx={{ ...wideOnly, display: { xs: "none", md: "table-cell" } }}>{t("keys.createdBy")}</TableCell>
          <TableCell component="td" sx={{ width: "1px" }} />
        </TableRow>
      </TableHead>
      <TableBody>
        {apiKeys.map((key) => (
          <ApiKeyRow key={key.id} apiKey={key} />
        ))}
      </TableBody>
    </Table>
  );
}

function ApiKeyRow({
  apiKey: { id, name, role, prefix, expiresAt, lastUsedAt, createdBy },
}: {
  apiKey: ApiKeyRow_KeyFragment;
}) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const now = useNow();
  const [revoke] = useRevokeApiKeyMutation({ refetchQueries: ["ApiKeysPage"] });

  const ask = () =>
    askAndDo(
      {
        title: t("keys.revokeTitle", { name }),
        text: t("keys.revokeText"),
        confirmLabel: t("keys.revoke"),
        danger: true,
      },
      () => revoke({ variables: { id } }),
      t("keys.revoked"),
    );
  const expired = expiresAt !== null && new Date(expiresAt).getTime() <= now;
  return (
    <TableRow sx={{ "& > td": { height: 52 } }}>
      <TableCell>
        <Box sx={{ fontWeight: 600, overflowWrap: "anywhere" }}>{name}</Box>
        <Box sx={{ color: "text.secondary", fontFamily: "ui-monospace, monospace", fontSize: 12 }}>{prefix}…</Box>
      </TableCell>
      <TableCell sx={wideOnly}>{t(`people.roles.${role}`)}</TableCell>
      <TableCell sx={wideOnly}>{expired ? t("keys.expired") : expiresAt ? date(expiresAt) : t("keys.never")}</TableCell>
      <TableCell>{lastUsedAt ? <RelativeTime value={lastUsedAt} /> : t("keys.unused")}</TableCell>
      <TableCell sx={{ display: { xs: "none", md: "table-cell" } }}>{createdBy.name}</TableCell>
      <TableCell sx={{ px: 0.5 }}>
        <Button color="error" aria-label={t("keys.revokeLabel", { name })} onClick={() => void ask()}>
          {t("keys.revoke")}
        </Button>
      </TableCell>
    </TableRow>
  );
}

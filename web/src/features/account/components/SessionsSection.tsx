import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../../components/Loaded.tsx";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { Section } from "../../../components/Section.tsx";
import { StatusDot } from "../../../components/StatusDot.tsx";
import { TableSkeleton } from "../../../components/TableSkeleton.tsx";
import { confirm } from "../../../feedback/confirm.ts";
import { toastProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import { leave } from "../../../session/useSignOut.ts";
import {
  type SessionRow_SessionFragment,
  useAccountPageQuery,
  useSignOutEverywhereMutation,
  useSignOutSessionMutation,
} from "../account.generated.ts";
import { deviceName } from "../deviceName.ts";

/** Where I am signed in, with a way to end each. */
export function SessionsSection() {
  const { t } = useTranslation();
  const query = useAccountPageQuery();
  const [endAll] = useSignOutEverywhereMutation();

  async function askToEndAll() {
    const yes = await confirm({
      title: t("account.endAllTitle"),
      text: t("account.endAllText"),
      confirmLabel: t("account.endAll"),
      danger: true,
    });
    if (!yes) return;
    try {
      await endAll();
      leave();
    } catch (error) {
      toastProblem(error);
    }
  }

  return (
    <Section title={t("account.sessions")} intro={t("account.sessionsExplain")}>
      <Loaded query={query} skeleton={<TableSkeleton rows={2} height={56} />}>
        {({ sessions }) => (
          <Box component="ul" sx={{ listStyle: "none", m: 0, mb: 2, p: 0 }}>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Box>
        )}
      </Loaded>
      <Button variant="outlined" color="error" onClick={() => void askToEndAll()}>
        {t("account.endAll")}
      </Button>
    </Section>
  );
}

function SessionRow({ session: { id, current, device, ip, lastSeenAt } }: { session: SessionRow_SessionFragment }) {
  const { t } = useTranslation();
  const [end] = useSignOutSessionMutation({ variables: { id }, refetchQueries: ["AccountPage"] });
  const name = deviceName(device) ?? t("account.unknownDevice");

  async function endSession() {
    try {
      await end();
      toast(t("account.ended"));
    } catch (error) {
      toastProblem(error);
    }
  }

  return (
    <Box
      component="li"
      sx={{ display: "flex", alignItems: "center", gap: 2, minHeight: 56, borderBottom: 1, borderColor: "divider" }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{name}</Box>
        <Typography variant="body2" color="textSecondary">
          {ip && `${ip} · `}
          {t("account.lastSeen")} <RelativeTime value={lastSeenAt} />
        </Typography>
      </Box>
      {current ? (
        <StatusDot tone="on" label={t("account.here")} />
      ) : (
        <Button aria-label={t("account.endLabel", { device: name })} onClick={() => void endSession()}>
          {t("account.end")}
        </Button>
      )}
    </Box>
  );
}

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyField } from "../../../components/CopyField.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { Section } from "../../../components/Section.tsx";
import { confirm } from "../../../feedback/confirm.ts";
import { toastProblem } from "../../../feedback/problem.ts";
import { toast } from "../../../feedback/toast.ts";
import {
  useCalendarFeedQuery,
  useCreateCalendarFeedMutation,
  useRevokeCalendarFeedMutation,
} from "../account.generated.ts";

/** The private address at which another calendar reads one's appointments [F198]. */
export function CalendarSection() {
  const { t } = useTranslation();
  const query = useCalendarFeedQuery();
  const refetchQueries = ["CalendarFeed"];
  const [create] = useCreateCalendarFeedMutation({ refetchQueries });
  const [revoke] = useRevokeCalendarFeedMutation({ refetchQueries });
  const [url, setUrl] = useState<string | null>(null);

  async function make(replacing: boolean) {
    const sure =
      !replacing ||
      (await confirm({
        title: t("appointments.feed.renewTitle"),
        text: t("appointments.feed.renewText"),
        confirmLabel: t("appointments.feed.renew"),
        danger: true,
      }));
    if (!sure) return;
    try {
      const { data } = await create();
      setUrl(data?.createCalendarFeed.url ?? null);
    } catch (error) {
      toastProblem(error);
    }
  }
  async function end() {
    try {
      await revoke();
      setUrl(null);
      toast(t("appointments.feed.revoked"));
    } catch (error) {
      toastProblem(error);
    }
  }
  return (
    <Section title={t("appointments.feed.title")} intro={t("appointments.feed.explain")}>
      <Loaded query={query} skeleton={<Skeleton variant="rounded" width={128} height={32} />}>
        {({ calendarFeed }) => (
          <Box sx={{ display: "grid", gap: 1.5 }}>
            {url && (
              <Box>
                <CopyField label={t("appointments.feed.url")} value={url} />
                <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
                  {t("appointments.feed.once")}
                </Typography>
              </Box>
            )}
            {calendarFeed && (
              <Typography variant="body2" color="textSecondary">
                {t("appointments.feed.madeAt")} <RelativeTime value={calendarFeed.createdAt} />
                {" · "}
                {calendarFeed.lastUsedAt ? (
                  <>
                    {t("appointments.feed.usedAt")} <RelativeTime value={calendarFeed.lastUsedAt} />
                  </>
                ) : (
                  t("appointments.feed.never")
                )}
              </Typography>
            )}
            <Box sx={{ display: "flex", gap: 1 }}>
              <Button variant="outlined" onClick={() => void make(calendarFeed !== null)}>
                {calendarFeed ? t("appointments.feed.renew") : t("appointments.feed.create")}
              </Button>
              {calendarFeed && (
                <Button color="error" onClick={() => void end()}>
                  {t("appointments.feed.revoke")}
                </Button>
              )}
            </Box>
          </Box>
        )}
      </Loaded>
    </Section>
  );
}

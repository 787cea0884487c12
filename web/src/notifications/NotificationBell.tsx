import { useApolloClient } from "@apollo/client/react";
import BellIcon from "@mui/icons-material/NotificationsNoneOutlined";
import Badge from "@mui/material/Badge";
import IconButton from "@mui/material/IconButton";
import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { onReconnected } from "../apollo/connection.ts";
import { SidePanel } from "../components/SidePanel.tsx";
import { TableSkeleton } from "../components/TableSkeleton.tsx";
import { useNotificationAddedSubscription, useUnreadNotificationsQuery } from "./notifications.generated.ts";

const NotificationList = lazy(() =>
  import("./NotificationList.tsx").then(({ NotificationList: list }) => ({ default: list })),
);

/** After the page's own queries, which nobody should wait for longer because of the bell. */
const followAfterMs = 1_500;
/** Once the subscription surely listens: what came between the first count and that moment is counted now. */
const countAgainAfterMs = 3_500;
/** Finds what a subscription that broke unnoticed did not tell. */
const pollMs = 60_000;

/** How many notifications wait, live; it opens their list. */
export function NotificationBell() {
  const { t } = useTranslation();
  const apollo = useApolloClient();
  const [open, setOpen] = useState(false);
  const [following, setFollowing] = useState(false);
  const { data } = useUnreadNotificationsQuery({ pollInterval: pollMs, skipPollAttempt: () => document.hidden });
  const unread = data?.unreadNotifications ?? 0;

  const catchUp = useEffectEvent(() => {
    void apollo.refetchQueries({ include: ["UnreadNotifications", ...(open ? ["Notifications"] : [])] });
  });
  useNotificationAddedSubscription({ skip: !following, ignoreResults: true, onData: () => catchUp() });
  useEffect(() => onReconnected(() => catchUp()), []);
  useEffect(() => {
    const timers = [
      setTimeout(() => setFollowing(true), followAfterMs),
      setTimeout(() => catchUp(), countAgainAfterMs),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);

  const label = unread > 0 ? t("notifications.unread", { count: unread }) : t("notifications.bell");
  return (
    <>
      <IconButton aria-label={label} title={label} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Badge
          badgeContent={unread || undefined}
          max={99}
          color="error"
          slotProps={{
            badge: { "aria-hidden": true, sx: { height: 15, minWidth: 15, px: 0.375, fontSize: 10, top: 3, right: 3 } },
          }}
        >
          <BellIcon fontSize="small" />
        </Badge>
      </IconButton>
      <SidePanel title={t("notifications.title")} open={open} onClose={() => setOpen(false)}>
        <Suspense fallback={<TableSkeleton rows={6} height={64} />}>
          <NotificationList unread={unread} onFollow={() => setOpen(false)} />
        </Suspense>
      </SidePanel>
    </>
  );
}

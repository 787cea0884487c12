import { notificationPath } from "@clientela/shared/paths";
import UnreadIcon from "@mui/icons-material/Circle";
import ReadIcon from "@mui/icons-material/CircleOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RelativeTime } from "../components/RelativeTime.tsx";
import { visuallyHidden } from "../components/visuallyHidden.ts";
import { useViewer } from "../session/useSession.ts";
import type { NotificationRow_NotificationFragment } from "./notifications.generated.ts";

interface NotificationRowProps {
  notification: NotificationRow_NotificationFragment;
  onFollow: () => void;
  onMark: (read: boolean) => void;
}

/** One thing the viewer was told of: following it marks it as read. */
export function NotificationRow({ notification, onFollow, onMark }: NotificationRowProps) {
  const { t } = useTranslation();
  const { user } = useViewer();
  const { kind, count, excerpt, createdAt, readAt, actor, client } = notification;
  const unread = readAt === null;
  const name = actor?.name ?? t("notifications.somebody");
  const text = client
    ? t(`notifications.text.${kind}`, { actor: name, client: client.name })
    : t(`notifications.several.${kind}`, { actor: name, count });
  const path = notificationPath(kind, client?.id ?? null, user.id);
  const toggle = t(unread ? "notifications.markRead" : "notifications.markUnread");
  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        alignItems: "flex-start",
        borderBottom: 1,
        borderColor: "divider",
        bgcolor: unread ? "action.hover" : "transparent",
      }}
    >
      <Box
        component={Link}
        to={path}
        onClick={() => {
          if (unread) onMark(true);
          onFollow();
        }}
        sx={{
          flex: 1,
          minWidth: 0,
          display: "grid",
          gap: 0.25,
          pl: 2.5,
          py: 1.25,
          minHeight: 56,
          color: "text.primary",
          textDecoration: "none",
          overflowWrap: "anywhere",
        }}
      >
        <Box component="span" sx={{ fontWeight: unread ? 600 : 400 }}>
          {unread && (
            <Box component="span" sx={visuallyHidden}>
              {t("notifications.isUnread")}:{" "}
            </Box>
          )}
          {text}
        </Box>
        {excerpt && (
          <Box
            component="span"
            sx={{ color: "text.secondary", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
          >
            {excerpt}
          </Box>
        )}
        <Box component="span" sx={{ color: "text.secondary", fontSize: 13 }}>
          <RelativeTime value={createdAt} />
        </Box>
      </Box>
      <IconButton aria-label={`${toggle}: ${text}`} title={toggle} onClick={() => onMark(unread)} sx={{ m: 1 }}>
        {unread ? (
          <UnreadIcon sx={{ fontSize: 12, color: "primary.main" }} />
        ) : (
          <ReadIcon sx={{ fontSize: 12, color: "text.secondary" }} />
        )}
      </IconButton>
    </Box>
  );
}

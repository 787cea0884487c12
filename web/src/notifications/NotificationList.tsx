import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Message } from "../components/Message.tsx";
import { TableSkeleton } from "../components/TableSkeleton.tsx";
import { Toggle } from "../components/Toggle.tsx";
import { Rows } from "../lists/Rows.tsx";
import { useConnection } from "../lists/useConnection.ts";
import { NotificationRow } from "./NotificationRow.tsx";
import { NotificationsDocument } from "./notifications.generated.ts";
import { useMarkNotifications } from "./useMarkNotifications.ts";

const pageSize = 30;

interface NotificationListProps {
  unread: number;
  /** Called when one leads somewhere else. */
  onFollow: () => void;
}

/** What the viewer was told of, the latest first. */
export function NotificationList({ unread, onFollow }: NotificationListProps) {
  const { t } = useTranslation();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const list = useConnection(NotificationsDocument, {
    variables: { first: pageSize, unreadOnly },
    of: ({ notifications }) => notifications,
  });
  const mark = useMarkNotifications();
  return (
    <>
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          flexWrap: "wrap",
          gap: 1,
          px: 2.5,
          py: 1,
          borderBottom: 1,
          borderColor: "divider",
        }}
      >
        <Toggle
          label={t("notifications.title")}
          value={unreadOnly ? "unread" : "all"}
          options={[
            { value: "all", text: t("notifications.all") },
            { value: "unread", text: t("notifications.onlyUnread") },
          ]}
          onChange={(value) => setUnreadOnly(value === "unread")}
        />
        <Button disabled={unread === 0} onClick={() => void mark(null, true)} sx={{ ml: "auto" }}>
          {t("notifications.markAll")}
        </Button>
      </Box>
      <Rows
        list={list}
        skeleton={<TableSkeleton rows={6} height={64} />}
        more={t("notifications.more")}
        empty={
          <Message title={t(unreadOnly ? "notifications.noneUnread" : "notifications.empty")}>
            {!unreadOnly && t("notifications.emptyExplain")}
          </Message>
        }
      >
        {(notifications) => (
          <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
            {notifications.map((notification) => (
              <NotificationRow
                key={notification.id}
                notification={notification}
                onFollow={onFollow}
                onMark={(read) => void mark([notification.id], read)}
              />
            ))}
          </Box>
        )}
      </Rows>
    </>
  );
}

import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../components/Loaded.tsx";
import { Message } from "../components/Message.tsx";
import { More } from "../components/More.tsx";
import { TableSkeleton } from "../components/TableSkeleton.tsx";
import { NotificationRow } from "./NotificationRow.tsx";
import { useNotificationsQuery } from "./notifications.generated.ts";
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
  const variables = { first: pageSize, unreadOnly };
  const query = useNotificationsQuery({ variables, fetchPolicy: "cache-and-network" });
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
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t("notifications.title")}
          value={unreadOnly}
          onChange={(_event, next: boolean | null) => next !== null && setUnreadOnly(next)}
        >
          {[false, true].map((value) => (
            <ToggleButton
              key={String(value)}
              value={value}
              sx={{ textTransform: "none", px: 1.5, minHeight: 32, py: 0 }}
            >
              {t(value ? "notifications.onlyUnread" : "notifications.all")}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Button disabled={unread === 0} onClick={() => void mark(null, true)} sx={{ ml: "auto" }}>
          {t("notifications.markAll")}
        </Button>
      </Box>
      <Loaded query={query} skeleton={<TableSkeleton rows={6} height={64} />}>
        {({ notifications: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <Message title={t(unreadOnly ? "notifications.noneUnread" : "notifications.empty")}>
              {!unreadOnly && t("notifications.emptyExplain")}
            </Message>
          ) : (
            <>
              <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
                {nodes.map((notification) => (
                  <NotificationRow
                    key={notification.id}
                    notification={notification}
                    onFollow={onFollow}
                    onMark={(read) => void mark([notification.id], read)}
                  />
                ))}
              </Box>
              <More
                query={query}
                variables={variables}
                pageInfo={pageInfo}
                label={t("notifications.more")}
                sx={{ p: 2 }}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

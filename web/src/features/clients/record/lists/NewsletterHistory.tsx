import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../../../components/Loaded.tsx";
import { RelativeTime } from "../../../../components/RelativeTime.tsx";
import { TableSkeleton } from "../../../../components/TableSkeleton.tsx";
import { type NewsletterHistoryQuery, useNewsletterHistoryQuery } from "../../clients.generated.ts";

interface NewsletterHistoryProps {
  clientId: string;
  newsletter: { id: string; name: string };
  onClose: () => void;
}

type Entry = NonNullable<NewsletterHistoryQuery["client"]>["history"]["nodes"][number];
type Change = Extract<Entry, { listId: string }>;

/** Every state a client has had with a newsletter, the latest first, with who set it [F116]. */
export function NewsletterHistory({ clientId, newsletter, onClose }: NewsletterHistoryProps) {
  const { t } = useTranslation();
  const id = useId();
  const query = useNewsletterHistoryQuery({ variables: { clientId }, fetchPolicy: "network-only" });
  const ofThis = (entry: Entry): entry is Change => "listId" in entry && entry.listId === newsletter.id;
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{newsletter.name}</DialogTitle>
      <DialogContent>
        <Loaded query={query} skeleton={<TableSkeleton rows={3} height={40} />}>
          {({ client }) => (
            <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
              {(client?.history.nodes ?? [])
                .filter(ofThis)
                .map(({ id: entry, stateAfter, stateReason, actor, occurredAt }) => (
                  <Box component="li" key={entry} sx={{ py: 1, borderBottom: 1, borderColor: "divider" }}>
                    <div>{t(stateAfter ? `clients.newsletterStatus.${stateAfter}` : "timeline.notSubscribed")}</div>
                    <Box sx={{ color: "text.secondary", fontSize: "0.8125rem" }}>
                      {actor?.name ?? t("timeline.page.system")}
                      {" · "}
                      <RelativeTime value={occurredAt} />
                      {stateReason && <Box sx={{ overflowWrap: "anywhere" }}>{stateReason}</Box>}
                    </Box>
                  </Box>
                ))}
            </Box>
          )}
        </Loaded>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t("common.close")}</Button>
      </DialogActions>
    </Dialog>
  );
}

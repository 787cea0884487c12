import type { NewsletterState } from "@clientela/shared/lists/words";
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RelativeTime } from "../../../../components/RelativeTime.tsx";
import { RowMenu } from "../../../../components/RowMenu.tsx";
import { problemsOfFields, toastProblem } from "../../../../feedback/problem.ts";
import { toast } from "../../../../feedback/toast.ts";
import { useSetNewsletterStateMutation } from "../../clients.generated.ts";
import type { ClientRecord } from "../../clientValues.ts";
import { useLists } from "../../useLists.ts";
import { NewsletterHistory } from "./NewsletterHistory.tsx";
import { ResubscribeDialog } from "./ResubscribeDialog.tsx";

interface Newsletter {
  id: string;
  name: string;
}

/** What goes with a new state: the one that «Undo» goes back to, and why a refusal is lifted. */
interface Wish {
  former?: NewsletterState | undefined;
  reason?: string | undefined;
}

/** How the client stands to each newsletter, with a way to subscribe it, to unsubscribe it and to see how that came [F116]. */
export function Newsletters({ client }: { client: ClientRecord }) {
  const { t } = useTranslation();
  const { lists } = useLists();
  const [setState] = useSetNewsletterStateMutation();
  const [refused, setRefused] = useState<{ list: Newsletter; state: NewsletterState } | null>(null);
  const [history, setHistory] = useState<Newsletter | null>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { newsletters, viewerCan } = client;
  const others = lists.filter(({ id, newsletter }) => newsletter && !newsletters.some(({ list }) => list.id === id));

  const change = async (list: Newsletter, state: NewsletterState, { former, reason }: Wish = {}) => {
    try {
      await setState({ variables: { clientId: client.id, listId: list.id, state, reason } });
    } catch (error) {
      // The client has unsubscribed, perhaps since this page was opened: that is only undone with a word.
      if (problemsOfFields(error).some(({ path }) => path === "reason")) return setRefused({ list, state });
      return toastProblem(error, () => void change(list, state, { former, reason }));
    }
    const back = { reason: t("clients.newsletter.byMistake") };
    toast(`${list.name}: ${t(`clients.newsletterStatus.${state}`)}`, {
      ...(former && { action: { label: t("common.undo"), run: () => void change(list, former, back) } }),
    });
  };
  const actionsOf = ({ list, state }: ClientRecord["newsletters"][number]) => [
    ...(viewerCan.edit
      ? (
          [
            ["SUBSCRIBED", "clients.newsletter.subscribe"],
            ["PENDING", "clients.newsletter.pending"],
            ["UNSUBSCRIBED", "clients.newsletter.unsubscribe"],
          ] as const
        )
          .filter(([next]) => next !== state)
          .map(([next, label]) => ({ label: t(label), run: () => void change(list, next, { former: state }) }))
      : []),
    { label: t("clients.newsletter.history"), run: () => setHistory(list) },
  ];
  return (
    <Box sx={{ fontSize: "0.8125rem", pb: 0.5 }}>
      {newsletters.map((newsletter) => (
        <Box key={newsletter.list.id} sx={{ display: "flex", alignItems: "center", gap: 1, minHeight: 40 }}>
          <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere", lineHeight: "18px" }}>
            <div>{newsletter.list.name}</div>
            <Box sx={{ color: "text.secondary" }}>
              {t(`clients.newsletterStatus.${newsletter.state}`)}
              {" · "}
              <RelativeTime value={newsletter.since} />
            </Box>
          </Box>
          <RowMenu label={t("people.actionsFor", { name: newsletter.list.name })} actions={actionsOf(newsletter)} />
        </Box>
      ))}
      {viewerCan.edit && others.length > 0 && (
        <Link
          component="button"
          type="button"
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
          underline="hover"
          sx={{ fontSize: "0.8125rem", lineHeight: "24px" }}
        >
          {t("clients.newsletter.subscribeTo")}
        </Link>
      )}
      {newsletters.length === 0 && (others.length === 0 || !viewerCan.edit) && (
        <Box sx={{ color: "text.secondary", py: 0.75 }}>{t("clients.newsletter.none")}</Box>
      )}
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {others.map((list) => (
          <MenuItem
            key={list.id}
            onClick={() => {
              setAnchor(null);
              void change(list, "SUBSCRIBED");
            }}
          >
            {list.name}
          </MenuItem>
        ))}
      </Menu>
      {refused && (
        <ResubscribeDialog
          newsletter={refused.list.name}
          save={({ reason }) =>
            setState({ variables: { clientId: client.id, listId: refused.list.id, state: refused.state, reason } })
          }
          onClose={() => setRefused(null)}
        />
      )}
      {history && <NewsletterHistory clientId={client.id} newsletter={history} onClose={() => setHistory(null)} />}
    </Box>
  );
}

import Add from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { codeOf } from "../../../apollo/errors.ts";
import { Message } from "../../../components/Message.tsx";
import { textOfProblem } from "../../../feedback/problem.ts";
import { useViewer } from "../../../session/useSession.ts";
import { NoTeam, useWithoutTeam } from "../../../session/WithoutTeam.tsx";
import { clientsPath } from "../paths.ts";
import { useFilterSentences } from "./filters/useFilterSentences.ts";
import { activeFilters, type ClientListState, defaultOrder, withoutFilter } from "./listState.ts";
import type { SetListState } from "./useListState.ts";

/** The list of a business without clients: what this is, and how to begin. */
export function NoClients() {
  const { t } = useTranslation();
  const { can } = useViewer();
  if (useWithoutTeam()) return <NoTeam />;
  return (
    <Message
      title={t("clientPages.list.empty")}
      actions={
        can("clients.write") && (
          <Button component={Link} to={clientsPath({ create: true })} variant="contained" startIcon={<Add />}>
            {t("clientPages.list.new")}
          </Button>
        )
      }
    >
      {t("clientPages.list.emptyHint")}
    </Message>
  );
}

/** No client matches: says which filter to let go. */
export function NoMatches({ state, onChange }: { state: ClientListState; onChange: SetListState }) {
  const { t } = useTranslation();
  const sentences = useFilterSentences(state);
  const active = activeFilters(state);
  return (
    <Message
      title={t("clientPages.list.noResult")}
      actions={
        <>
          {active.map((key) => (
            <Button key={key} variant="outlined" onClick={() => onChange(withoutFilter(state, key))}>
              {t("clientPages.list.without", { filter: sentences[key] ?? "" })}
            </Button>
          ))}
          {active.length > 1 && (
            <Button onClick={() => onChange(active.reduce(withoutFilter, state))}>
              {t("clientPages.list.clearAll")}
            </Button>
          )}
        </>
      }
    >
      {t("clientPages.list.noResultHint")}
    </Message>
  );
}

interface ListFailedProps {
  error: unknown;
  state: ClientListState;
  onChange: SetListState;
  onRetry: () => void;
}

/** The list could not be loaded: why, and again; an order the viewer may not use is let go instead. */
export function ListFailed({ error, state, onChange, onRetry }: ListFailedProps) {
  const { t } = useTranslation();
  const refused = codeOf(error) === "FORBIDDEN";
  return (
    <Message
      title={t("clientPages.list.failed")}
      actions={
        <Button variant="outlined" onClick={() => (refused ? onChange({ ...state, order: defaultOrder }) : onRetry())}>
          {refused ? t("clientPages.list.usualOrder") : t("clientPages.list.retry")}
        </Button>
      }
    >
      {textOfProblem(error)}
    </Message>
  );
}

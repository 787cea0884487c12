import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Loaded } from "../../components/Loaded.tsx";
import { Message } from "../../components/Message.tsx";
import { More } from "../../components/More.tsx";
import { SearchBox } from "../../components/SearchBox.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { useSearchParam } from "../../hooks/useSearchParam.ts";
import { useFormats } from "../../i18n/format.ts";
import { NoTeam, useWithoutTeam } from "../../session/WithoutTeam.tsx";
import { ContactsTable } from "./components/ContactsTable.tsx";
import { useContactsPageQuery } from "./contacts.generated.ts";
import { contactsPath } from "./paths.ts";

const PAGE = 50;
const countedUpTo = 10_000;
const activity = { yes: true, no: false } as const;

/** The people of all clients, each the way to theirs [F215]. */
export function ContactsPage() {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [search, setSearch] = useSearchParam("q");
  const [active, setActive] = useSearchParam("active");
  const filter = {
    ...(search?.trim() && { search: search.trim() }),
    ...(active && active in activity && { active: activity[active as keyof typeof activity] }),
  };
  const variables = { filter, first: PAGE };
  const query = useContactsPageQuery({
    variables,
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const data = query.data ?? query.previousData;
  const withoutTeam = useWithoutTeam();
  const filtered = Object.keys(filter).length > 0;
  return (
    <Box sx={{ p: { xs: 2, md: 3 }, width: "100%", maxWidth: 1280 }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", mb: 2 }}>
        <SearchBox
          value={search ?? ""}
          onChange={(value) => setSearch(value || null)}
          label={t("contactPages.search")}
          clearLabel={t("clientPages.list.clearSearch")}
          pageSearch
          sx={{ width: { xs: "100%", sm: 320 } }}
        />
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t("people.status")}
          value={active ?? "all"}
          onChange={(_, value: string | null) => value && setActive(value === "all" ? null : value)}
        >
          {(["all", "yes", "no"] as const).map((value) => (
            <ToggleButton key={value} value={value} sx={{ minHeight: 34, textTransform: "none", px: 1.5 }}>
              {t(`contactPages.activity.${value}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Box role="status" sx={{ ml: "auto", color: "text.secondary", fontSize: "0.8125rem" }} className="tabular">
          {data &&
            t("contactPages.count", {
              count: data.contacts.totalCount,
              formatted:
                data.contacts.totalCount > countedUpTo ? `${number(countedUpTo)}+` : number(data.contacts.totalCount),
            })}
        </Box>
      </Box>
      <Loaded query={{ ...query, data }} skeleton={<TableSkeleton rows={12} />}>
        {({ contacts: { nodes, pageInfo } }) =>
          nodes.length === 0 && !filtered && withoutTeam ? (
            <NoTeam />
          ) : nodes.length === 0 ? (
            <Message
              title={t(filtered ? "contactPages.noResult" : "contactPages.empty")}
              actions={
                filtered && (
                  <Button component={Link} to={contactsPath()} replace variant="outlined">
                    {t("clientPages.list.clearAll")}
                  </Button>
                )
              }
            >
              {!filtered && t("contactPages.emptyHint")}
            </Message>
          ) : (
            <Box sx={{ opacity: query.data ? 1 : 0.6, transition: "opacity 120ms 150ms" }}>
              <ContactsTable contacts={nodes} />
              <More
                query={query}
                variables={variables}
                pageInfo={pageInfo}
                label={t("contactPages.more")}
                sx={{ mt: 1 }}
              />
            </Box>
          )
        }
      </Loaded>
    </Box>
  );
}

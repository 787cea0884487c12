import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Message } from "../../components/Message.tsx";
import { SearchBox } from "../../components/SearchBox.tsx";
import { TableSkeleton } from "../../components/TableSkeleton.tsx";
import { Toggle } from "../../components/Toggle.tsx";
import { ListPage } from "../../lists/ListPage.tsx";
import { Rows } from "../../lists/Rows.tsx";
import { one, text, urlState } from "../../lists/urlState.ts";
import { useConnection } from "../../lists/useConnection.ts";
import { useCounted } from "../../lists/useCounted.ts";
import { useUrlState } from "../../lists/useUrlState.ts";
import { NoTeam, useWithoutTeam } from "../../session/WithoutTeam.tsx";
import { ContactsTable } from "./components/ContactsTable.tsx";
import { ContactsPageDocument } from "./contacts.generated.ts";
import { contactsPath } from "./paths.ts";

const pageSize = 50;
const contactState = urlState({ search: text("q"), active: one("active", ["yes", "no"]) });

/** The people of all clients, each the way to theirs [F215]. */
export function ContactsPage() {
  const { t } = useTranslation();
  const counted = useCounted();
  const [state, setState] = useUrlState(contactState);
  const { search, active } = state;
  const filter = {
    ...(search.trim() && { search: search.trim() }),
    ...(active && { active: active === "yes" }),
  };
  const list = useConnection(ContactsPageDocument, {
    variables: { filter, first: pageSize },
    of: ({ contacts }) => contacts,
  });
  const withoutTeam = useWithoutTeam();
  const filtered = Object.keys(filter).length > 0;
  return (
    <ListPage
      width={1280}
      count={list.totalCount === undefined ? "" : t("contactPages.count", counted(list.totalCount))}
      toolbar={
        <>
          <SearchBox
            value={search}
            onChange={(value) => setState({ ...state, search: value }, { replace: true })}
            label={t("contactPages.search")}
            clearLabel={t("clientPages.list.clearSearch")}
            pageSearch
            sx={{ width: { xs: "100%", sm: 320 } }}
          />
          <Toggle
            label={t("people.status")}
            value={active ?? "all"}
            options={(["all", "yes", "no"] as const).map((value) => ({
              value,
              text: t(`contactPages.activity.${value}`),
            }))}
            onChange={(value) => setState({ ...state, active: value === "all" ? null : value })}
          />
        </>
      }
    >
      <Rows
        list={list}
        skeleton={<TableSkeleton rows={12} />}
        more={t("contactPages.more")}
        empty={
          !filtered && withoutTeam ? (
            <NoTeam />
          ) : (
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
          )
        }
      >
        {(contacts) => <ContactsTable contacts={contacts} />}
      </Rows>
    </ListPage>
  );
}

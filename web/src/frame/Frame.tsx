import { ApolloProvider } from "@apollo/client/react";
import { paths } from "@clientela/shared/paths";
import Box from "@mui/material/Box";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, ScrollRestoration, useMatches, useNavigation } from "react-router";
import { client } from "../apollo/client.ts";
import { Message } from "../components/Message.tsx";
import { PageTitle } from "../components/PageTitle.tsx";
import type { PageHandle } from "../feature.ts";
import { features } from "../features.ts";
import { ConfirmDialog } from "../feedback/ConfirmDialog.tsx";
import { Toasts } from "../feedback/Toasts.tsx";
import { UnsavedDialog } from "../form/UnsavedDialog.tsx";
import { useStore } from "../hooks/createStore.ts";
import { textOf } from "../i18n/i18n.ts";
import { Panels } from "../panels.tsx";
import { ConflictDialog } from "../records/ConflictDialog.tsx";
import { ReSignInDialog } from "../session/ReSignInDialog.tsx";
import { useViewer } from "../session/useSession.ts";
import { BottomBar } from "./BottomBar.tsx";
import { frameDialog } from "./dialogs.ts";
import { OfflineBar } from "./OfflineBar.tsx";
import { PageLoading } from "./PageLoading.tsx";
import { NavDrawer, Sidebar } from "./Sidebar.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { TopBar } from "./TopBar.tsx";
import { useArrival } from "./useArrival.ts";
import { useFocusKept } from "./useFocusKept.ts";
import { useFrameKeys } from "./useFrameKeys.ts";

const loadCommandMenu = () => import("./CommandMenu.tsx");
const loadShortcuts = () => import("./ShortcutsDialog.tsx");
const CommandMenu = lazy(() => loadCommandMenu().then(({ CommandMenu }) => ({ default: CommandMenu })));
const ShortcutsDialog = lazy(() => loadShortcuts().then(({ ShortcutsDialog }) => ({ default: ShortcutsDialog })));

// Fetched once the page has nothing better to do: at once when a key asks for them, and there without a connection.
const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1000));
whenIdle(
  () => void Promise.allSettled([loadCommandMenu(), loadShortcuts(), ...features.map(({ whenIdle }) => whenIdle?.())]),
);

/** Everything around a page of a signed-in person: navigation, the bar, dialogs, messages. */
export function Frame() {
  return (
    <ApolloProvider client={client}>
      <Surroundings />
    </ApolloProvider>
  );
}

function Surroundings() {
  const { t } = useTranslation();
  const { can } = useViewer();
  const [menuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const page = (useMatches().at(-1)?.handle as PageHandle | undefined)?.page;
  const dialog = useStore(frameDialog);
  useFrameKeys();
  useArrival(main);
  useFocusKept(main);
  const loading = useNavigation().state === "loading";
  const allowed = !page?.permission || can(page.permission);
  return (
    <Box sx={{ display: "flex", minHeight: "100dvh" }}>
      {page && !page.ownHeading && <PageTitle title={textOf({ key: page.title })} />}
      <SkipLink />
      {loading && <PageLoading />}
      <Sidebar />
      <NavDrawer open={menuOpen} onClose={() => setMenuOpen(false)} />
      <Box sx={{ flex: 1, minWidth: 0, display: "flex", flexDirection: "column" }}>
        <TopBar page={page} onOpenMenu={() => setMenuOpen(true)} />
        <Box
          component="main"
          id="content"
          ref={main}
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, display: "flex", flexDirection: "column", outline: "none", pb: { xs: 7, md: 0 } }}
        >
          {allowed ? <Outlet /> : <Message title={t("forbidden.title")}>{t("forbidden.explain")}</Message>}
        </Box>
      </Box>
      <BottomBar />
      {allowed && <Panels withRecord={page?.path === paths.client} />}
      <Suspense>
        {dialog === "command" && <CommandMenu />}
        {dialog === "shortcuts" && <ShortcutsDialog />}
      </Suspense>
      <ReSignInDialog />
      <UnsavedDialog />
      <ConfirmDialog />
      <ConflictDialog />
      <Toasts />
      <OfflineBar />
      <ScrollRestoration getKey={({ pathname }) => pathname} />
    </Box>
  );
}

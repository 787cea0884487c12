import { newClientParameter, paths } from "@clientela/shared/paths";
import { keysetPages } from "../../apollo/keysetPages.ts";
import type { Feature } from "../../feature.ts";

const loadRecordHead = () => import("./record/ClientPage.tsx");

/** All that tells two lists apart but the place in them. */
const listKey = (told: object): string =>
  JSON.stringify(told, (name, value) => (name === "first" || name === "after" ? undefined : value));

export const clients: Feature = {
  pages: [
    {
      path: paths.clients,
      access: "signedIn",
      title: "nav.clients",
      load: () => import("./list/ClientListPage.tsx").then(({ ClientListPage }) => ({ Component: ClientListPage })),
    },
    {
      path: paths.client,
      access: "signedIn",
      title: "nav.client",
      parent: { title: "nav.clients", path: paths.clients },
      ownHeading: true,
      load: ({ record }) => loadRecordHead().then(({ clientPageWith }) => ({ Component: clientPageWith(record) })),
    },
  ],
  nav: [{ area: "main", path: paths.clients, title: "nav.clients", icon: "clients" }],
  make: { label: "frame.make.client", opens: { [newClientParameter]: "1" } },
  panel: {
    parameter: newClientParameter,
    load: () => import("./form/NewClientPanel.tsx").then(({ NewClientPanel }) => NewClientPanel),
  },
  // What shows of a record before the rest of its code is there.
  whenIdle: loadRecordHead,
  cache: {
    Query: {
      // With other columns a list begins anew: its further pages lack what they show.
      clients: { ...keysetPages([]), keyArgs: (args, { variables }) => listKey({ args, variables }) },
      client: {
        read: (found, { args, toReference }) => found ?? toReference({ __typename: "Client", id: args?.id as string }),
      },
    },
    Client: {
      taxProfile: { merge: true },
      source: { merge: true },
      tags: { merge: false },
      addresses: { merge: false },
      contacts: { merge: false },
      customFields: { merge: false },
      lists: { merge: false },
      newsletters: { merge: false },
    },
    types: { ClientStats: { keyFields: [] } },
  },
};

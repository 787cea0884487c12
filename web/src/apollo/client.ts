import { ApolloClient, ApolloLink, HttpLink } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { defer, from, switchMap } from "rxjs";
import { cacheRules } from "../features.ts";
import { currentLanguage, localeOf } from "../i18n/i18n.ts";
import { createCache } from "./cache.ts";
import { inOrderLink } from "./inOrder.ts";
import { reSignInLink } from "./reSignIn.ts";
import { resilienceLink } from "./resilience.ts";

const http = new HttpLink({ uri: "/graphql", credentials: "same-origin" });

/** The WebSocket's code arrives with the first subscription. */
const live = new ApolloLink((operation) =>
  defer(() => from(import("./live.ts"))).pipe(switchMap(({ liveLink }) => liveLink.request(operation))),
);

/** The server answers in the language the person reads. */
const languageLink = new ApolloLink((operation, forward) => {
  operation.setContext({ headers: { "accept-language": localeOf(currentLanguage()) } });
  return forward(operation);
});

/** The one way to the server: subscriptions over a WebSocket, all else over HTTP. */
export const client = new ApolloClient({
  link: ApolloLink.from([
    inOrderLink,
    reSignInLink,
    resilienceLink,
    languageLink,
    ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
  ]),
  cache: createCache(cacheRules),
  defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" } },
});

import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";

const example = `# Clientela's API, with the session you are signed in with.
# Ctrl+Space completes, Ctrl+Enter runs. The book icon opens the documentation.

query NewestClients {
  clients(first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
    totalCount
    nodes {
      id
      name
      status
      tags {
        name
      }
      timeline(first: 1) {
        nodes {
          summary
          occurredAt
        }
      }
    }
  }
}
`;

const url = `${location.origin}/graphql`;
const fetcher = createGraphiQLFetcher({
  url,
  wsClient: createClient({ url: url.replace(/^http/, "ws") }),
});

const root = document.getElementById("root");
if (!root) throw new Error("graphiql.html has no #root");
createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={example} />);

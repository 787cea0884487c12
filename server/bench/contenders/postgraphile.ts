import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { requirePeer } from "../peer.ts";

/** PostGraphile as its documentation sets it up, on our tables and on the functions of peer.sql.ts. */
interface Instance {
  createServ(grafserv: unknown): { addTo(server: unknown): Promise<void> };
}
const { postgraphile } = requirePeer("postgraphile") as { postgraphile(preset: object): Instance };
const { PostGraphileAmberPreset } = requirePeer("postgraphile/presets/amber") as { PostGraphileAmberPreset: object };
const { makePgService } = requirePeer("postgraphile/adaptors/pg") as { makePgService(options: object): object };
const { grafserv } = requirePeer("postgraphile/grafserv/node") as { grafserv: unknown };

/** Functions of `public` are how our own columns are filled; one is called like its column, which it refuses. */
const ownFunctionsAreHidden = {
  name: "OwnFunctionsAreHidden",
  version: "1.0.0",
  schema: {
    entityBehavior: {
      pgResource: {
        override: {
          provides: ["own functions"],
          callback: (behavior: string, { parameters, extensions }: Resource) =>
            parameters && extensions?.pg?.schemaName === "public" ? [behavior, "-*"] : behavior,
        },
      },
    },
  },
};

interface Resource {
  /** Only functions have some. */
  parameters?: unknown[];
  extensions?: { pg?: { schemaName: string } };
}

const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // It takes our partial indexes for none and would hide the relations they serve.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  plugins: [ownFunctionsAreHidden],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ["public", "bench"],
      poolConfig: { max: 10, options: "-c timezone=UTC -c jit=off" },
    }),
  ],
  grafserv: { graphqlPath: "/graphql", graphiql: false },
});
await instance.createServ(grafserv).addTo(server);
server.listen(0, "127.0.0.1", () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.CLIENTELA_SERVER ?? "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    proxy: { "/graphql": { target: server, ws: true }, "/healthz": server },
  },
  // The editor's workers are Vite's own `?worker` imports, which the optimiser of the development server cannot read.
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"] },
  build: {
    target: "baseline-widely-available",
    // GraphiQL's editor is one large chunk that only /graphql loads.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: ["index.html", "graphiql.html"] },
  },
});

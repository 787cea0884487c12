import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { environment } from "../scripts/product.mjs";

export default defineConfig({
  build: {
    ssr: true,
    target: "node24",
    sourcemap: true,
    minify: false,
    // Beside main.js: code finds the repository's folders from where it is.
    rolldownOptions: { input: ["src/main.ts", "src/command.ts"], output: { chunkFileNames: "[name].js" } },
  },
  test: {
    // Vite would take graphql's ES build, and what requires the other one would not know its types.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/setup.ts",
    env: environment,
    // What they share is loaded once (ADR 53).
    isolate: false,
    // They wait for PostgreSQL more than they compute: on two cores Vitest would take one at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

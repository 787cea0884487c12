import { defineConfig } from "vitest/config";

export default defineConfig({
  build: { ssr: "src/main.ts", target: "node24", sourcemap: true, minify: false },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/setup.ts",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

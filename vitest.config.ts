import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests of the built files: packaging, examples, command line, browser. */
const BUILT = ["test/built/**/*.test.ts"];

const config: ViteUserConfig = defineConfig({
  test: {
    testTimeout: 30_000,
    setupFiles: ["test/setup.ts"],
    maxWorkers: "100%",
    projects: [
      // The library has no module-level state, so that test files can share one module graph.
      {
        extends: true,
        test: { name: "unit", include: ["test/**/*.test.ts"], exclude: BUILT, isolate: false },
      },
      { extends: true, test: { name: "built", include: BUILT, testTimeout: 120_000 } },
    ],
  },
});

export default config;

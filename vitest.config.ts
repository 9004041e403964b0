import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests of the built files: packaging, examples, command line, browser. */
const BUILT = ["test/built/**/*.test.ts"];

const config: ViteUserConfig = defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: BUILT } },
      { extends: true, test: { name: "built", include: BUILT, testTimeout: 120_000 } },
    ],
  },
});

export default config;

import { defineConfig } from "vitest/config";

/** Tests of the built files: packaging, examples, command line, browser. */
const BUILT = ["test/built/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: BUILT } },
      { extends: true, test: { name: "built", include: BUILT, testTimeout: 120_000 } },
    ],
  },
});

import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);
const examples = readdirSync(join(ROOT, "examples")).filter((file) => file.endsWith(".mjs"));
const pages = [
  "README.md",
  ...readdirSync(join(ROOT, "docs/guides"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/guides/${file}`),
];

/** Where snippets of a page run: inside the package, so that `clientele` means the built files here. */
const scratch = mkdtempSync(join(ROOT, "dist/snippets-"));
afterAll(() => rmSync(scratch, { recursive: true }));

describe("what the documentation shows", () => {
  it.each(examples)("examples/%s runs and says something, without a warning", async (file) => {
    const { stdout, stderr } = await run(process.execPath, [join("examples", file)], { cwd: ROOT });
    expect(stderr).toBe("");
    expect(stdout.length).toBeGreaterThan(0);
  });

  it.each(pages)("the snippets of %s run, without a warning", async (page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    const snippets = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code!);
    expect(snippets.length).toBeGreaterThan(0);
    for (const [index, code] of snippets.entries()) {
      const file = join(scratch, `${page.replaceAll(/\W/g, "-")}-${index}.mjs`);
      writeFileSync(file, code);
      const { stderr } = await run(process.execPath, [file], { cwd: ROOT });
      expect(stderr, code).toBe("");
    }
  });
});

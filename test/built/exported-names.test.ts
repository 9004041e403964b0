import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const subpaths = Object.keys(manifest.exports).filter((path) => !path.endsWith(".json"));

describe("the public names", () => {
  it.each(subpaths)("of %s are those that were agreed on", async (path) => {
    const names = Object.keys(await import(path.replace(/^\./, "clientele"))).sort();
    await expect(names.join("\n")).toMatchFileSnapshot(
      `exported-names/${path.slice(2) || "root"}.txt`,
    );
  });
});

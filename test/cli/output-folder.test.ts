import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOutputFolder, writeOutput } from "../../src/cli/output-folder.js";

const folder = (): string => mkdtempSync(join(tmpdir(), "clientele-out-"));

describe("writeOutput", () => {
  it("makes the folders that are missing, and puts up with those that are there", async () => {
    const out = join(folder(), "a", "b");
    expect(await writeOutput(out, "one.txt", ["1", "2"])).toBe(join(out, "one.txt"));
    await writeOutput(out, "two.txt", "3");
    expect(readFileSync(join(out, "one.txt"), "utf8")).toBe("12");
    expect(readFileSync(join(out, "two.txt"), "utf8")).toBe("3");
  });

  it("says that a folder stands where the file should be", async () => {
    const out = folder();
    mkdirSync(join(out, "report.html"));
    await expect(writeOutput(out, "report.html", "")).rejects.toThrow(/is a folder.*--out/);
  });
});

describe("checkOutputFolder", () => {
  it("leaves no folder behind", async () => {
    const out = join(folder(), "later");
    await checkOutputFolder(out);
    expect(() => readFileSync(out)).toThrow(/ENOENT/);
  });

  it("refuses a file, and what would lie in one", async () => {
    const file = join(folder(), "taken");
    writeFileSync(file, "");
    for (const out of [file, join(file, "deeper", "still")]) {
      await expect(checkOutputFolder(out)).rejects.toThrow(
        `${file} is a file, not a folder; name a folder with --out`,
      );
    }
  });
});

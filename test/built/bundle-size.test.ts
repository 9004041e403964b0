import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

/** What a user pays who imports one thing: gzipped bytes, minified, with a margin of about 15 %. */
const CEILINGS: readonly (readonly [statement: string, subpath: string, bytes: number])[] = [
  ["{ tierByShare }", "clientele/value", 2_500],
  ["{ concentration }", "clientele/value", 2_500],
  ["{ scoreRfm }", "clientele/rfm", 5_000],
  ["{ summarizeTransactions }", "clientele/transactions", 8_000],
  ["{ readTransactions }", "clientele/transactions", 27_000],
  ["{ addMoney }", "clientele/money", 2_000],
  ["{ seededRandom }", "clientele/core", 1_500],
  ["{ renderReport }", "clientele/report", 60_000],
];

/** The whole of each subpath. */
const SUBPATH_CEILINGS: Readonly<Record<string, number>> = {
  "clientele/core": 30_000,
  "clientele/money": 90_000,
  "clientele/value": 12_000,
  "clientele/rfm": 90_000,
  "clientele/transactions": 39_000,
  "clientele/customer": 90_000,
};

async function bundle(
  source: string,
): Promise<{ readonly bytes: number; readonly inputs: string[] }> {
  const result = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const { inputs } = Object.values(result.metafile.outputs)[0]!;
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return {
    bytes: gzipSync(result.outputFiles[0]!.contents).length,
    inputs: used.map(([file]) => file),
  };
}

describe("a pure function costs its own bytes", () => {
  it.each(CEILINGS)("import %s from %s: at most %i bytes", async (names, subpath, ceiling) => {
    const { bytes, inputs } = await bundle(`export ${names} from "${subpath}"`);
    expect(bytes).toBeLessThanOrEqual(ceiling);
    expect(inputs.filter((file) => /node_modules\/(zod|date-fns)/.test(file))).toEqual([]);
  });

  it.each(Object.entries(SUBPATH_CEILINGS))(
    "all of %s: at most %i bytes",
    async (subpath, ceiling) => {
      const { bytes } = await bundle(`export * from "${subpath}"`);
      expect(bytes).toBeLessThanOrEqual(ceiling);
    },
  );
});

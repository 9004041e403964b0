import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const MAIN = resolve(import.meta.dirname, "../../dist/cli/main.js");
const HEADER = "customer_id,date,amount\n";
const ORDERS = `${HEADER}a,2024-01-01,5\nb,2024-01-02,6\nc,2024-01-03,7\n`;
const PACKED = gzipSync(ORDERS.repeat(200));
const GIGABYTE = 2 ** 30;
/** Whoever may read and write everything cannot be refused anything. */
const isRoot = process.getuid?.() === 0;

interface BadFile {
  readonly what: string;
  /** What the file holds, or how to make it. */
  readonly content: string | Uint8Array | ((path: string) => void);
  readonly name?: string;
  readonly flags?: readonly string[];
  /** 1: the data are at fault; 2: the call is. */
  readonly status: 1 | 2;
  /** What went wrong, and what mends it. */
  readonly says: readonly [fault: string, fix: string];
  readonly rejects?: string;
}

const EXPORT_AGAIN = "a header line such as customer_id,date,amount, then one order per line";

const BAD_FILES: readonly BadFile[] = [
  { what: "an empty file", content: "", status: 1, says: ["is empty", EXPORT_AGAIN] },
  { what: "blank lines", content: "\n \n\n", status: 1, says: ["is empty", EXPORT_AGAIN] },
  {
    what: "an empty file, packed",
    content: gzipSync(""),
    name: "orders.csv.gz",
    status: 1,
    says: ["is empty", EXPORT_AGAIN],
  },
  { what: "a header alone", content: HEADER, status: 1, says: ["no orders", EXPORT_AGAIN] },
  {
    what: "columns that are not recognised",
    content: "a,b\n1,2\n",
    status: 2,
    says: ['the columns are "a", "b"', "Name it with --customer"],
  },
  {
    what: "no column of the given name",
    content: ORDERS,
    flags: ["--customer", "client"],
    status: 2,
    says: ['no column "client"', "Name it with --customer"],
  },
  {
    what: "dates of another form",
    content: `${HEADER}a,31/12/2024,5\n`,
    status: 1,
    says: ["none of the 1 rows", '--date-format "dd/MM/yyyy"'],
    rejects: "2,date,31/12/2024,badDate",
  },
  {
    what: "dates that are none",
    content: `${HEADER}a,someday,5\n`,
    status: 1,
    says: ["badDate", "--date-format"],
    rejects: "2,date,aaaaaaa,badDate",
  },
  {
    what: "NaN",
    content: `${HEADER}a,2024-12-31,NaN\n`,
    status: 1,
    says: ["nonFiniteAmount", "mend the formulas"],
    rejects: "2,amount,NaN,nonFiniteAmount",
  },
  {
    what: "an infinite amount",
    content: `${HEADER}a,2024-12-31,-Infinity\n`,
    status: 1,
    says: ["nonFiniteAmount", "mend the formulas"],
    rejects: "2,amount,'-Infinity,nonFiniteAmount",
  },
  {
    what: "more bad rows than the tolerance",
    content: `${ORDERS}d,2024-13-01,8\n`,
    status: 1,
    says: ["1 of 4 rows cannot be used, over the tolerance of 1 %", "rejects.csv"],
    rejects: "5,date,2024-13-01,badDate",
  },
  {
    what: "refunds alone",
    content: `${HEADER}a,2024-01-01,-5\n`,
    status: 1,
    says: ["all rows are refunds", "--amount"],
  },
  {
    what: "a binary file",
    content: "\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0003\0>\0\u0001",
    status: 1,
    says: ["binary", "export the orders as CSV"],
  },
  {
    what: "a picture",
    content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
    status: 1,
    says: ["a picture", "export the orders as CSV"],
  },
  {
    what: "an Excel workbook",
    content: "PK\u0003\u0004....\n",
    status: 1,
    says: ["Excel", "save the sheet as CSV"],
  },
  {
    what: "a truncated gzip",
    content: PACKED.subarray(0, PACKED.length / 2),
    name: "orders.csv.gz",
    status: 1,
    says: ["gzip", "copy or export the file again"],
  },
  {
    what: "a gzip without its checksum",
    content: PACKED.subarray(0, -4),
    name: "orders.csv.gz",
    status: 1,
    says: ["gzip", "copy or export the file again"],
  },
  {
    what: "a line of a gigabyte",
    content: (path) => {
      writeFileSync(path, HEADER);
      truncateSync(path, GIGABYTE);
    },
    status: 1,
    says: ["line 2 is longer than 1,048,576 bytes", "check the file"],
  },
  {
    what: "a folder",
    content: (path) => mkdirSync(path),
    status: 2,
    says: ["is a folder", "name one file"],
  },
  {
    what: "no file",
    content: () => undefined,
    status: 2,
    says: ["there is no such file", "check the name"],
  },
  {
    what: "an option that the library knows by another name",
    content: ORDERS,
    flags: ["--as-of", "tomorrow"],
    status: 2,
    says: ["clientele: --as-of must be", "Write it as"],
  },
  {
    what: "a day before all orders",
    content: ORDERS,
    flags: ["--as-of", "2020-01-01"],
    status: 1,
    says: ["no purchase up to 2020-01-01", "Give a later day"],
  },
];

function report(file: string, out: string, flags: readonly string[] = []) {
  const call = [MAIN, "report", file, "--out", out, ...flags];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { encoding: "utf8" });
  return { status, stdout, stderr };
}

/** A place for a file, and one for what the command writes. */
function newPlaces(name = "orders.csv"): { readonly file: string; readonly out: string } {
  const folder = mkdtempSync(join(tmpdir(), "clientele-bad-"));
  return { file: join(folder, name), out: join(folder, "out") };
}

function expectPlainWords(stderr: string, says: readonly string[]): void {
  for (const words of says) expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/\n\s+at |TypeError|undefined|\[object/);
}

describe("clientele report says what is wrong, and what mends it, of", () => {
  it.each(BAD_FILES)(
    "$what",
    ({ content, name, flags, status, says, rejects }) => {
      const { file, out } = newPlaces(name);
      if (typeof content === "function") content(file);
      else writeFileSync(file, content);
      const result = report(file, out, flags);
      expectPlainWords(result.stderr, says);
      expect(result).toMatchObject({ status, stdout: "" });
      expect(existsSync(join(out, "report.html"))).toBe(false);
      const list = join(out, "rejects.csv");
      if (rejects === undefined) expect(existsSync(list)).toBe(false);
      else expect(readFileSync(list, "utf8")).toContain(`${rejects}\r\n`);
    },
    60_000,
  );

  it.skipIf(isRoot)("a file that may not be read", () => {
    const { file, out } = newPlaces();
    writeFileSync(file, ORDERS);
    chmodSync(file, 0o000);
    const { status, stderr } = report(file, out);
    expect(status).toBe(2);
    expectPlainWords(stderr, ["may not be read", "check its permissions"]);
  });

  it.skipIf(isRoot)("a folder that may not be written to", () => {
    const { file, out } = newPlaces();
    writeFileSync(file, ORDERS);
    mkdirSync(out, 0o555);
    const { status, stderr } = report(file, join(out, "deeper"));
    expect(status).toBe(2);
    expectPlainWords(stderr, ["may not be written to", "name another folder with --out"]);
  });

  it("a file where the folder should be", () => {
    const { file } = newPlaces();
    writeFileSync(file, ORDERS);
    const { status, stderr } = report(file, join(file, "out"));
    expect(status).toBe(2);
    expectPlainWords(stderr, [`${file} is a file, not a folder`, "name a folder with --out"]);
  });

  it.runIf(existsSync("/proc/self"))("a folder that takes no others", () => {
    const { file } = newPlaces();
    writeFileSync(file, ORDERS);
    const { status, stderr } = report(file, "/proc/clientele");
    expect(status).toBe(2);
    expectPlainWords(stderr, ["/proc", "name another folder with --out"]);
  });
});

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";
import { PURCHASE_LIFECYCLE } from "../../src/lifecycle/index.js";
import harbourClub from "../loyalty/harbour-club.json" with { type: "json" };

const SOUND = JSON.stringify(PURCHASE_LIFECYCLE, undefined, 2);

/** Runs `clientele check` on a file of this text, in a folder of its own. */
async function check(text: string, ...flags: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "clientele-check-"));
  const file = join(folder, "lifecycle.json");
  const out = join(folder, "out");
  writeFileSync(file, text);
  let stdout = "";
  let stderr = "";
  const status = await runCli(["check", file, "--out", out, ...flags], {
    out: (part) => {
      stdout += part;
    },
    err: (part) => {
      stderr += part;
    },
    isTerminal: false,
  });
  return {
    status,
    stdout: stdout.replaceAll(folder, "."),
    stderr: stderr.replaceAll(folder, "."),
    out,
  };
}

describe("clientele check", () => {
  it("has nothing to say about a sound lifecycle, and draws it", async () => {
    const { status, stdout, stderr, out } = await check(SOUND);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe(
      "lifecycle.json (lifecycle): nothing to say\n  ./out/lifecycle.mmd\n  ./out/lifecycle.dot\n",
    );
    expect(readFileSync(join(out, "lifecycle.mmd"), "utf8")).toContain("stateDiagram-v2");
    expect(readFileSync(join(out, "lifecycle.dot"), "utf8")).toMatch(/^digraph /);
  });

  it("tells where an error is, draws nothing, and ends with 1", async () => {
    const text = SOUND.replace('"to": "first-purchase"', '"to": "first-purchas"');
    const line = text.split("\n").findIndex((each) => each.includes('first-purchas"')) + 1;
    const { status, stdout, out } = await check(text);
    expect(status).toBe(1);
    expect(stdout).toContain(`./lifecycle.json:${line}:7 error UNKNOWN_STAGE $.moves[0].to\n`);
    expect(stdout).toContain("1 error, 0 warnings");
    expect(existsSync(out)).toBe(false);
  });

  it("lets warnings pass, unless it is strict", async () => {
    const text = SOUND.replace('"zh": "流失客户"', '"zh": ""');
    const { status, stdout } = await check(text);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /lifecycle\.json:\d+:7 warning MISSING_TRANSLATION \$\.stages\.lost\.label\n {2}there is no Chinese text\n {2}-> Add the text\.\n/,
    );
    expect((await check(text, "--strict")).status).toBe(1);
  });

  it("speaks Chinese", async () => {
    const { stdout, out } = await check(
      SOUND.replace('"zh": "流失客户"', '"zh": ""'),
      "--locale",
      "zh",
    );
    expect(stdout).toContain("警告 MISSING_TRANSLATION");
    expect(readFileSync(join(out, "lifecycle.mmd"), "utf8")).toContain("潜在客户");
  });

  it("asks for a migration from an earlier version", async () => {
    const { status, stdout } = await check(
      SOUND.replace('"version": "1.0.0"', '"version": "2.0.0"'),
      "--earlier",
      writeEarlier(SOUND),
    );
    expect(status).toBe(1);
    expect(stdout).toContain("lifecycle.json:1:1 error MISSING_MIGRATION $\n");
  });

  it.each([
    ['{\n  "id": "x",\n}', /lifecycle\.json:3:1 is not JSON/],
    ["", /lifecycle\.json:1:1 is not JSON/],
    ['{"id": 1', /lifecycle\.json:1:9 is not JSON/],
    ["[]", /is no configuration that can be checked; there are: lifecycle/],
    ["{}", /is no configuration that can be checked/],
  ])("says what is wrong with a file of %j", async (text, message) => {
    const { status, stderr } = await check(text);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
  });

  it("keeps what a file holds from steering the terminal", async () => {
    const { stdout } = await check('{"stages": {}, "\\u001b[2J\\n": 1}');
    expect(stdout).toContain("UNKNOWN_KEY");
    expect(stdout).not.toContain("\u001b");
  });

  it.each([
    [[], /check needs a file/],
    [["a.json", "b.json"], /takes one file/],
    [["a.json", "--locale", "fr"], /--locale must be one of en, zh/],
    [["a.json", "--nonsense"], /nonsense/],
    [["missing.json"], /missing\.json cannot be written or read \(ENOENT\)/],
  ])("ends with 2 for a wrong call: %j", async (args, message) => {
    let stderr = "";
    const status = await runCli(["check", ...args], {
      out: () => undefined,
      err: (part) => {
        stderr += part;
      },
      isTerminal: false,
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  it("knows a points programme, and draws it in Chinese", async () => {
    const { status, stdout, out } = await check(JSON.stringify(harbourClub), "--locale", "zh");
    expect(status).toBe(0);
    expect(stdout).toContain("lifecycle.json (points programme): ");
    const drawn = readFileSync(join(out, "lifecycle.mmd"), "utf8");
    expect(drawn).toContain("flowchart LR");
    expect(drawn).toContain("每欧元1积分");
  });

  it("tells what no programme can be", async () => {
    const { status, stdout } = await check('{\n  "id": "club",\n  "earning": { "rule": [] }\n}');
    expect(status).toBe(1);
    expect(stdout).toMatch(/lifecycle\.json:3:\d+ error INVALID/);
  });
});

function writeEarlier(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "clientele-earlier-")), "earlier.json");
  writeFileSync(file, text);
  return file;
}

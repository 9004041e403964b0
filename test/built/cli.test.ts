import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const MAIN = resolve(import.meta.dirname, "../../dist/cli/main.js");

function clientele(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** A new folder with one file in it. */
function folderWith(name: string, content: string | Uint8Array): { file: string; out: string } {
  const folder = mkdtempSync(join(tmpdir(), "clientele-cli-"));
  writeFileSync(join(folder, name), content);
  return { file: join(folder, name), out: join(folder, "out") };
}

const ORDERS = `customer_id,date,amount
a,2024-01-01,10.00
b,2024-01-15,5.50
a,2024-02-01,12.25
c,2024-02-03,99.00
a,2024-03-01,7.00
b,2024-03-02,8.00
`;

describe("clientele report", () => {
  it("writes a page and a customer table, and says where", () => {
    const { file, out } = folderWith("orders.csv", ORDERS);
    const { status, stdout, stderr } = clientele("report", file, "--out", out);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("3 customers, 6 orders");
    expect(stdout).toContain(join(out, "report.html"));
    expect(readFileSync(join(out, "report.html"), "utf8")).toMatch(/^<!doctype html>/i);
    expect(readFileSync(join(out, "customers.csv"), "utf8").split(/\r?\n/)).toHaveLength(5);
    expect(existsSync(join(out, "rejects.csv"))).toBe(false);
  });

  it("gives the same page for the same orders, packed or as NDJSON", () => {
    const plain = folderWith("orders.csv", ORDERS);
    const packed = folderWith("orders.csv.gz", gzipSync(ORDERS));
    const lines = ORDERS.trim().split("\n").slice(1);
    const json = lines.map((line) => {
      const [id, day, total] = line.split(",");
      return JSON.stringify({ customer: id, date: day, amount: Number(total) });
    });
    const ndjson = folderWith("orders.ndjson", json.join("\n"));
    const tables = [plain, packed, ndjson].map(({ file, out }) => {
      expect(clientele("report", file, "--out", out).status).toBe(0);
      return readFileSync(join(out, "customers.csv"), "utf8");
    });
    expect(new Set(tables).size).toBe(1);
  });

  it("takes named columns, formats and a Chinese file", () => {
    const text =
      "编号；会员;时间;实付\n1;王芳;31/12/2024;1.234,50\n2;李雷;01/02/2025;20,00\n".replace(
        "；",
        ";",
      );
    const { file, out } = folderWith("订单.csv", text);
    const { status, stdout, stderr } = clientele(
      "report",
      file,
      "--out",
      out,
      "--customer",
      "会员",
      "--date",
      "时间",
      "--amount",
      "实付",
      "--date-format",
      "dd/MM/yyyy",
      "--decimal",
      ",",
      "--currency",
      "CNY",
      "--locale",
      "zh",
      "--zone",
      "Asia/Shanghai",
      "--as-of",
      "2025-02-28",
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("2 位客户");
    expect(readFileSync(join(out, "customers.csv"), "utf8")).toContain("王芳,2024-12-31");
  });

  it("puts up with few bad rows and lists them", () => {
    const many = Array.from(
      { length: 200 },
      (_, row) => `c${row % 50},2024-01-${String((row % 28) + 1).padStart(2, "0")},5`,
    );
    const { file, out } = folderWith(
      "orders.csv",
      `customer,date,amount\n${many.join("\n")}\nx,soon,5\n`,
    );
    const { status, stdout } = clientele("report", file, "--out", out);
    expect(status).toBe(0);
    expect(stdout).toContain("201 rows read, 1 unusable");
    expect(readFileSync(join(out, "rejects.csv"), "utf8")).toBe(
      "line,column,value,reason\r\n202,date,aaaa,badDate\r\n",
    );
  });

  it("stops over the tolerance with exit code 1 and the list of rejects", () => {
    const { file, out } = folderWith("orders.csv", `${ORDERS}d,2024-13-01,5\n`);
    const { status, stderr } = clientele("report", file, "--out", out);
    expect(status).toBe(1);
    expect(stderr).toContain("1 of 7 rows cannot be used, over the tolerance of 1 %");
    expect(readFileSync(join(out, "rejects.csv"), "utf8")).toContain("8,date,2024-13-01,badDate");
    expect(existsSync(join(out, "report.html"))).toBe(false);
  });

  it.each([
    [["report"], /needs a file/],
    [["report", "nowhere.csv"], /no such file/],
    [["report", "a.csv", "b.csv"], /one file/],
    [["report", "a.csv", "--colour", "red"], /colour/],
    [["report", "a.csv", "--unit", "fortnight"], /--unit must be one of day week month year/],
    [["report", "a.csv", "--tolerance", "many"], /percentage/],
    [["repeat"], /no command "repeat"/],
  ])("answers the wrong call %j with exit code 2", (args, message) => {
    const { status, stderr } = clientele(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  it("prints help and version", () => {
    expect(clientele("--help")).toMatchObject({ status: 0, stderr: "" });
    expect(clientele("report", "--help").stdout).toContain("clientele report <file>");
    expect(clientele("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(clientele().status).toBe(2);
  });
});

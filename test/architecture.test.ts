import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const SRC = resolve(import.meta.dirname, "../src");

/** The floors of the house: a module imports only from floors below its own, and types from its own. */
const FLOORS: Readonly<Record<string, number>> = {
  core: 0,
  money: 1,
  rules: 1,
  survival: 1,
  customer: 2,
  transactions: 2,
  value: 3,
  rfm: 3,
  clv: 3,
  churn: 3,
  lifecycle: 3,
  satisfaction: 3,
  needs: 3,
  loyalty: 3,
  storage: 4,
  sql: 4,
  files: 4,
  report: 4,
  testing: 4,
  cli: 5,
};

/** Packages that only the named files may import, so that a user who needs none of it pays for none. */
const DOORS: Readonly<Record<string, RegExp>> = {
  zod: /(^|\/)schema\.ts$/,
  "simple-statistics": /^core\/stats\.ts$/,
  "d3-scale": /^report\/charts\//,
  "d3-shape": /^report\/charts\//,
};

/** Files that start on their own: reached by a command or a thread, not by a barrel. */
const ENTRIES = ["cli/main.ts", "files/scan-worker.ts", "index.ts"];
const MODULES_OF_NODE = ["files", "cli"];

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** The imported file inside src, if it is one. */
  readonly to: string | undefined;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"))
  .sort();
const text = new Map(files.map((file) => [file, readFileSync(join(SRC, file), "utf8")]));
const imports = files.flatMap(importsOf);
const modules = [...new Set(files.filter((file) => file.includes("/")).map(moduleOf))];
const publicModules = modules.filter((module) => module !== "cli");

function importsOf(from: string): Import[] {
  const statement = /^(?:import|export)\s+(type\s)?(?:([^"';]*?)\sfrom\s)?"([^"]+)"/gm;
  return [...text.get(from)!.matchAll(statement)].map(([, type, names = "", specifier]) => {
    const path = specifier!.startsWith(".")
      ? relative(SRC, resolve(SRC, dirname(from), specifier!)).replace(/\.js$/, ".ts")
      : undefined;
    const members = /^\{([^}]*)\}$/
      .exec(names.trim())?.[1]
      ?.split(",")
      .filter((name) => name.trim());
    const typeOnly =
      type !== undefined || (members?.every((name) => name.trim().startsWith("type ")) ?? false);
    return { from, specifier: specifier!, typeOnly, to: path };
  });
}

function moduleOf(file: string): string {
  return file.split("/")[0]!;
}

describe("the house", () => {
  it("has a floor for every module", () => {
    expect(modules.filter((module) => !(module in FLOORS))).toEqual([]);
  });

  it("imports only files that exist", () => {
    expect(imports.filter(({ to }) => to !== undefined && !text.has(to))).toEqual([]);
  });

  it("imports downwards only, and from the same floor only types", () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (to === undefined || !from.includes("/") || moduleOf(from) === moduleOf(to)) return false;
      const [above, below] = [FLOORS[moduleOf(from)]!, FLOORS[moduleOf(to)]!];
      return below > above || (below === above && !typeOnly);
    });
    expect(wrong).toEqual([]);
  });

  it("has no circle of imports", () => {
    expect(findCircle()).toBeUndefined();
  });

  it("lets each package in by one door", () => {
    const wrong = imports.filter(({ from, specifier, to }) => {
      if (to !== undefined) return false;
      if (specifier.startsWith("node:")) return !MODULES_OF_NODE.includes(moduleOf(from));
      return !DOORS[specifier]?.test(from);
    });
    expect(wrong).toEqual([]);
  });

  it("declares exactly the packages that it imports", () => {
    const used = new Set(
      imports.filter(({ to }) => to === undefined).map(({ specifier }) => specifier),
    );
    const needed = [...used].filter((specifier) => !specifier.startsWith("node:")).sort();
    expect(Object.keys(manifest.dependencies).sort()).toEqual(needed);
  });

  it("reaches every file from a barrel", () => {
    const reached = new Set<string>();
    const queue = [
      ...ENTRIES.filter((entry) => text.has(entry)),
      ...publicModules.map((module) => `${module}/index.ts`),
    ];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      for (const { from, to } of imports) if (from === file && to !== undefined) queue.push(to);
    }
    expect(files.filter((file) => !reached.has(file))).toEqual([]);
  });

  it("exports every module as a subpath and as a namespace of the root, with a sentence about it", () => {
    const subpaths = Object.keys(manifest.exports).filter(
      (path) => path !== "." && !path.endsWith(".json"),
    );
    expect(subpaths.sort()).toEqual(publicModules.map((module) => `./${module}`).sort());
    for (const module of publicModules) {
      expect(text.get(`${module}/index.ts`), module).toMatch(/^\/\*\*\n(?: \*.*\n)*? \* @module\n/);
    }
    const namespaces = [
      ...text.get("index.ts")!.matchAll(/export \* as (\w+) from "\.\/(\w+)\/index\.js"/g),
    ];
    expect(namespaces.map(([, name]) => name).sort()).toEqual(
      publicModules.filter((module) => !MODULES_OF_NODE.includes(module)).sort(),
    );
  });

  it("has no hidden clock, zone, chance or console", () => {
    const hidden =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bgetTimezoneOffset\(|\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(|\bconsole\.(?:log|warn|error|info)\(|\beval\(|\bnew Function\(/;
    const wrong = files.filter((file) => hidden.test(withoutComments(text.get(file)!)));
    expect(wrong).toEqual([]);
  });
});

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
}

/** A circle of value imports: types are erased and may refer to each other. */
function findCircle(): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const { from, to, typeOnly } of imports) {
      if (from !== file || to === undefined || typeOnly) continue;
      const circle = visit(to);
      if (circle !== undefined) return circle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const circle = visit(file);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

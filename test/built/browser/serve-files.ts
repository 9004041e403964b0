import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, resolve, sep } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".csv": "text/csv",
};

/** Packages that the library imports, directly or through another. */
const D3 = ["array", "color", "format", "interpolate", "path", "scale", "shape", "time"];
const PACKAGES = [
  ...D3.map((part) => `d3-${part}`),
  "d3-time-format",
  "internmap",
  "simple-statistics",
  "zod",
];

const IMPORT_MAP = {
  imports: Object.fromEntries(
    PACKAGES.map((name) => [name, `/node_modules/${name}/${entryOf(name)}`]),
  ),
};

/** A page that loads nothing by itself and knows where the packages are. */
const BLANK_PAGE = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Blank</title>
<script type="importmap">${JSON.stringify(IMPORT_MAP)}</script>`;

function entryOf(name: string): string {
  const places = [`dist/${name}.mjs`, "src/index.js", "index.js"];
  const entry = places.find((place) => existsSync(resolve(ROOT, "node_modules", name, place)));
  if (entry === undefined) throw new Error(`node_modules/${name} has no entry that is known here`);
  return entry;
}

/** Serves the project's own files to this machine alone: `/` is a blank page. */
export async function serveFiles(): Promise<{ readonly origin: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/") {
      response.setHeader("content-type", "text/html").end(BLANK_PAGE);
      return;
    }
    const file = resolve(ROOT, `.${decodeURIComponent(path)}`);
    if (!file.startsWith(ROOT + sep) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

import { existsSync } from "node:fs";

const PLACES = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium of this machine, if it has one; where one is required, its absence is an error. */
export function findChromium(): string | undefined {
  const found = PLACES.find((place) => place !== undefined && existsSync(place));
  if (found !== undefined) return found;
  const message =
    "no Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH";
  if (process.env.CLIENTELE_BROWSER === "required") throw new Error(message);
  console.warn(`The browser tests are skipped: ${message}`);
  return undefined;
}

/** Arguments for a browser that runs in a container and asks the network for nothing. */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

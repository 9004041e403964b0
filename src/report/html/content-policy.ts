import { sha256Base64 } from "./sha256.js";

/**
 * The content security policy of a page: nothing is loaded and nothing is sent, and only the one
 * style sheet and the one script given here take effect, whatever else might stand in the page.
 */
export function contentPolicy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(style)}'`,
    `script-src 'sha256-${sha256Base64(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

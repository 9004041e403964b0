import { sha256 } from "../../core/sha256.js";

/**
 * The content security policy of a page: nothing is loaded and nothing is sent, and only the one
 * style sheet and the one script given here take effect, whatever else might stand in the page.
 */
export function contentPolicy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    `script-src ${hashSource(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** How a policy names a style or a script: by its digest, in base64. */
function hashSource(text: string): string {
  const bytes = sha256(text).replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16)));
  return `'sha256-${btoa(bytes)}'`;
}

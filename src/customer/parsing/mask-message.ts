import { isFieldName, shapeOf } from "./mask-value.js";

const LONGEST_MESSAGE = 200;
const SHORTEST_TEXT = 2;
const SHORTEST_NUMBER = 4;
const MOST_PARTS = 1000;

/**
 * Takes the values of the input out of a message that somebody else wrote, because validators like
 * to repeat what they were given. Texts of two characters and more and numbers of four and more are
 * replaced by their shape.
 *
 * @param message - such as `expected a date (was "29 Feb 1990")`
 * @param input - whatever was validated
 * @returns such as `expected a date (was "99 Aaa 9999")`
 */
export function maskMessage(message: string, input: unknown): string {
  const secrets = collectSecrets(input);
  if (secrets === undefined) return "see the schema";
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  const masked = longestFirst.reduce(replaceSecret, message.slice(0, LONGEST_MESSAGE));
  return message.length > LONGEST_MESSAGE ? `${masked}…` : masked;
}

/** All texts and numbers of the input as a message may print them; `undefined` for too many. */
function collectSecrets(input: unknown): Set<string> | undefined {
  const secrets = new Set<string>();
  const objects = new Set<object>();
  const pending: unknown[] = [input];
  for (let parts = 0; pending.length > 0; parts++) {
    if (parts > MOST_PARTS) return undefined;
    const part = pending.pop();
    if (typeof part === "string" && part.length >= SHORTEST_TEXT) {
      secrets.add(part).add(JSON.stringify(part).slice(1, -1));
    } else if (typeof part === "number" || typeof part === "bigint") {
      const digits = String(part);
      if (digits.length >= SHORTEST_NUMBER) secrets.add(digits);
    } else if (typeof part === "object" && part !== null && !objects.has(part)) {
      objects.add(part);
      const keys = Object.keys(part);
      if (keys.length > MOST_PARTS) return undefined;
      pending.push(...Object.values(part), ...keys.filter((key) => !isFieldName(key)));
    }
  }
  return secrets;
}

function replaceSecret(message: string, secret: string): string {
  if (secret.length > message.length) return message;
  // "no" is not to be found in "not": a secret that begins or ends with a letter or digit stands alone.
  const before = /^[a-z0-9]/iu.test(secret) ? "(?<![a-zA-Z0-9])" : "";
  const after = /[a-z0-9]$/iu.test(secret) ? "(?![a-zA-Z0-9])" : "";
  const literal = secret.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return message.replace(new RegExp(`${before}${literal}${after}`, "g"), () => shapeOf(secret));
}

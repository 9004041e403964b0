import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { ClienteleError } from "../../core/errors.js";
import { placeAt } from "./json-place.js";

/** A JSON file, with its text. */
export interface JsonFile {
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
}

/**
 * Reads a JSON file; a byte order mark is put up with.
 *
 * @throws ClienteleError INVALID_DATA with the line and column where it stops being JSON
 */
export async function readJsonFile(path: string): Promise<JsonFile> {
  const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  try {
    return { path, text, value: JSON.parse(text) };
  } catch (error) {
    const { message } = error as Error;
    const [, position] = /at position (\d+)/.exec(message) ?? [];
    const offset = /end of JSON/.test(message) ? text.length : position;
    const place = offset === undefined ? undefined : placeAt(text, Number(offset));
    const where = place === undefined ? "" : `:${place.line}:${place.column}`;
    const reason = message.replace(/ (?:in JSON )?at position \d+.*$/s, "");
    throw new ClienteleError("INVALID_DATA", `${basename(path)}${where} is not JSON: ${reason}`, {
      where: path,
      expected: "JSON",
      remedy: "Mend the place before it: a comma, a quote or a bracket",
    });
  }
}

import { constants } from "node:fs";
import { access, mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { WrongCall } from "./wrong-call.js";

/**
 * Refuses a folder that files cannot be written to, before any work is done for them; it need not be
 * there yet.
 *
 * @throws WrongCall
 */
export async function checkOutputFolder(folder: string): Promise<void> {
  const existing = await nearestExisting(resolve(folder));
  if (!(await stat(existing)).isDirectory()) throw refusal(existing, { code: "ENOTDIR" });
  try {
    await access(existing, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw refusal(existing, error);
  }
}

/**
 * Writes a file, and the folder that it lies in where that is missing.
 *
 * @returns its path
 * @throws WrongCall where it cannot be written
 */
export async function writeOutput(
  folder: string,
  name: string,
  content: string | Iterable<string>,
): Promise<string> {
  const path = join(folder, name);
  try {
    await makeFolder(resolve(folder));
    await writeFile(path, content);
  } catch (error) {
    throw refusal(path, error);
  }
  return path;
}

async function nearestExisting(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    const parent = dirname(path);
    if (parent === path) throw refusal(path, error);
    return codeOf(error) === "ENOTDIR" || codeOf(error) === "ENOENT"
      ? nearestExisting(parent)
      : Promise.reject(refusal(path, error));
  }
}

/** As `mkdir` with `recursive`, which never ends in folders like /proc that take no others. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "may not be written to; check its permissions, or name another folder with --out",
  EPERM: "may not be written to; check its permissions, or name another folder with --out",
  EROFS: "lies on a disk that cannot be written to; name another folder with --out",
  ENOTDIR: "is a file, not a folder; name a folder with --out",
  EISDIR: "is a folder, and would have to be a file; name another folder with --out",
  ENOSPC: "does not fit: the disk is full; make room, or name another folder with --out",
  ENAMETOOLONG: "has too long a name; name another folder with --out",
};

function refusal(path: string, error: unknown): WrongCall {
  const code = codeOf(error);
  const reason = REASONS[code] ?? `cannot be written (${code}); name another folder with --out`;
  return new WrongCall(`${path} ${reason}`);
}

function codeOf(error: unknown): string {
  return (error as { readonly code?: string }).code ?? String(error);
}

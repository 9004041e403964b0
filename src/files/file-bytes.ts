import { open, stat } from "node:fs/promises";
import { ClienteleError } from "../core/errors.js";

/** Large enough that the cost per read vanishes, small enough to stay in the cache. */
export const BLOCK_BYTES = 262_144;

/**
 * The size of a file that can be read.
 *
 * @throws ClienteleError INVALID_ARGUMENT when there is no such file, or it cannot be read
 */
export async function fileSize(path: string): Promise<number> {
  const found = await explainFileError(path, () => stat(path));
  if (!found.isDirectory()) return found.size;
  throw new ClienteleError("INVALID_ARGUMENT", `${path} is a folder; name one file`, {
    where: path,
  });
}

/**
 * The bytes of a file, block by block.
 *
 * @throws ClienteleError INVALID_ARGUMENT when there is no such file, or it cannot be read
 */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  const file = await explainFileError(path, () => open(path));
  try {
    for (;;) {
      const block = new Uint8Array(BLOCK_BYTES);
      const { bytesRead } = await explainFileError(path, () =>
        file.read(block, 0, BLOCK_BYTES, null),
      );
      if (bytesRead === 0) return;
      yield block.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The first bytes of a file. */
export async function fileHead(path: string, length: number): Promise<Uint8Array> {
  const file = await explainFileError(path, () => open(path));
  try {
    const head = new Uint8Array(length);
    const { bytesRead } = await file.read(head, 0, length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file; check the name and the folder",
  EACCES: "the file may not be read; check its permissions",
  EPERM: "the file may not be read; check its permissions",
  EISDIR: "this is a folder; name one file",
};

async function explainFileError<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    const message = EXPLANATIONS[code] ?? `the file cannot be read (${code || String(error)})`;
    throw new ClienteleError("INVALID_ARGUMENT", `${path}: ${message}`, { where: path, got: code });
  }
}

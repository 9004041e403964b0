import type { ReadProgress, TransactionMapping } from "../transactions/reading/index.js";

/** How a file is read. */
export interface FileOptions {
  /** Worker threads for large plain files; default one per processor, at most 8. */
  readonly threads?: number | undefined;
  /** Called now and then with the bytes read so far, the file's size, and the rows. */
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
}

/** How far the reading of a file has come. */
export interface FileProgress extends ReadProgress {
  readonly totalBytes: number;
}

/** The mapping of a file; progress is reported through {@link FileOptions}. */
export type FileMapping = {
  readonly [K in Exclude<keyof TransactionMapping, "onProgress">]?:
    | TransactionMapping[K]
    | undefined;
};

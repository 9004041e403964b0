/** Where a command writes: standard output, standard error, and whether a person is watching the latter. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
}

/** 0: done; 1: the data are at fault; 2: the call is. */
export type ExitCode = 0 | 1 | 2;

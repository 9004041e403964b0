const PLAIN_KEY = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;
const LONGEST_KEY = 60;

/** The path of a member: `$.when` and `and` give `$.when.and`. */
export function memberPath(path: string, key: string): string {
  if (PLAIN_KEY.test(key) && key.length <= LONGEST_KEY) return `${path}.${key}`;
  const shown = key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
  return `${path}[${JSON.stringify(shown)}]`;
}

/** The path of an item: `$.when.and` and 0 give `$.when.and[0]`. */
export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}

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

const SEGMENT = /\.([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g;

/** The keys and indexes of a path: `$.when.and[0]` gives `when`, `and` and 0. */
export function segmentsOf(path: string): (string | number)[] {
  return [...path.matchAll(SEGMENT)].map(([, key, index, quoted]) => {
    if (key !== undefined) return key;
    return index === undefined ? (JSON.parse(quoted as string) as string) : Number(index);
  });
}

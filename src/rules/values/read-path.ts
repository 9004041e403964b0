/** Reads a value from a scope (the facts, or one event) or from the whole facts. */
export type Read = (scope: object, root: object, asOfMs: number) => unknown;

const ROOT = "$";

/** The names on a path, without the leading `$`. */
export function splitPath(path: string): readonly string[] {
  const names = path.split(".");
  return isRootPath(path) ? names.slice(1) : names;
}

/** Whether the path starts at the whole facts, also inside `where`. */
export function isRootPath(path: string): boolean {
  return path.startsWith(`${ROOT}.`);
}

/**
 * Compiles a path into a reader of own properties; what is absent, `null`, or reached through
 * anything but an object is `undefined`.
 */
export function compilePath(path: string): Read {
  const fromRoot = isRootPath(path);
  const [first, ...rest] = splitPath(path) as [string, ...string[]];
  const start: Read = fromRoot
    ? (_scope, root) => ownValue(root, first)
    : (scope) => ownValue(scope, first);
  return rest.reduce<Read>(
    (read, name) => (scope, root, asOfMs) => memberValue(read(scope, root, asOfMs), name),
    start,
  );
}

function memberValue(of: unknown, name: string): unknown {
  if (typeof of !== "object" || of === null || Array.isArray(of)) return undefined;
  return ownValue(of, name);
}

function ownValue(of: object, name: string): unknown {
  if (!Object.hasOwn(of, name)) return undefined;
  const value = (of as Record<string, unknown>)[name];
  return value === null ? undefined : value;
}

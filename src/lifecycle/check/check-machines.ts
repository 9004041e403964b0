import { itemPath } from "../../rules/grammar/json-path.js";
import type { LifecycleDefinition } from "../types.js";
import type { Tell } from "./collect-checks.js";

/** Tells of machines that, by what they read of each other, wait for each other in a circle. */
export function checkMachines(
  definition: LifecycleDefinition,
  machines: readonly LifecycleDefinition[],
  tell: Tell,
): void {
  const readBy = new Map(machines.map(({ id, reads = [] }) => [id, reads]));
  readBy.set(definition.id, definition.reads ?? []);
  for (const [index, machine] of (definition.reads ?? []).entries()) {
    const path = itemPath("$.reads", index);
    if (machines.length > 0 && !readBy.has(machine)) {
      tell(path, "WRONG_VALUE", {
        en: `no machine called ${machine} was given`,
        zh: `没有提供名为 ${machine} 的状态机`,
      });
    }
    const circle = findWay(machine, definition.id, readBy);
    if (circle === undefined) continue;
    const names = [definition.id, ...circle].join(" -> ");
    tell(
      path,
      "CYCLIC_MACHINES",
      {
        en: `the machines read each other in a circle: ${names}`,
        zh: `状态机循环读取：${names}`,
      },
      { severity: "error" },
    );
  }
}

/** The shortest way from one machine to another along what they read, both included. */
function findWay(
  from: string,
  to: string,
  readBy: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  // A Map can grow while it is walked: it is the queue as well.
  for (const [machine] of before) {
    if (machine === to) break;
    for (const next of readBy.get(machine) ?? []) if (!before.has(next)) before.set(next, machine);
  }
  if (!before.has(to)) return undefined;
  const way: string[] = [];
  for (let at: string | undefined = to; at !== undefined; at = before.get(at)) way.unshift(at);
  return way;
}

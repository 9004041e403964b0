import type { LifecycleDefinition } from "../../../src/lifecycle/index.js";
import type { Condition, FactTypes } from "../../../src/rules/index.js";

/** A machine that passes every check: what the broken ones are made from. */
export const SOUND: LifecycleDefinition = {
  id: "sound",
  version: "2.0.0",
  zone: "Asia/Shanghai",
  label: { en: "Sound", zh: "正常" },
  facts: { score: { type: "number", min: 0, max: 100 }, country: "text" },
  events: {
    order: { list: "orders", fields: { total: "number" } },
    close: { request: true },
  },
  start: "prospect",
  progress: ["prospect", "customer", "fan"],
  stages: {
    prospect: { label: { en: "Prospect", zh: "潜在客户" } },
    customer: { label: { en: "Customer", zh: "客户" } },
    fan: { label: { en: "Fan", zh: "粉丝" }, dwell: "P30D" },
    closed: { label: { en: "Closed", zh: "已关闭" }, final: true },
  },
  moves: [
    { id: "buys", from: "prospect", to: "customer", on: "order" },
    { id: "rises", from: "customer", to: "fan", when: { count: "orders", within: "P1Y", gte: 5 } },
    {
      id: "falls",
      from: "fan",
      to: "customer",
      when: { count: "orders", within: "P1Y", lt: 3 },
    },
    { id: "closes", from: "*", to: "closed", on: "close" },
  ],
};

/** The sound machine with other parts. */
export function sound(parts: Partial<LifecycleDefinition>): LifecycleDefinition {
  return { ...SOUND, ...parts };
}

/** The sound machine with other moves beside its own. */
export function withMoves(...moves: LifecycleDefinition["moves"]): LifecycleDefinition {
  return sound({ moves: [...SOUND.moves, ...moves] });
}

/** The sound machine with other stages beside its own. */
export function withStages(stages: LifecycleDefinition["stages"]): LifecycleDefinition {
  return sound({ stages: { ...SOUND.stages, ...stages } });
}

/** The sound machine in which `rises` asks something else. */
export function rising(when: Condition, facts?: FactTypes): LifecycleDefinition {
  const moves = SOUND.moves.map((move) => (move.id === "rises" ? { ...move, when } : move));
  return sound({ moves, ...(facts !== undefined && { facts }) });
}

import type { FactType, FactTypes } from "../../rules/index.js";
import { listStages } from "../definition/list-stages.js";
import type { LifecycleDefinition } from "../types.js";

/** The types of all that the guards of a machine can read, apart from the event that is asked with. */
export function machineFactTypes(
  definition: LifecycleDefinition,
  stages: Iterable<string>,
  machines: readonly LifecycleDefinition[] = [],
): FactTypes {
  const { facts = {}, events = {}, reads = [] } = definition;
  const types: Record<string, FactType> = { ...facts };
  for (const { list, fields = {} } of Object.values(events)) {
    if (list === undefined) continue;
    const others = types[list];
    const known = typeof others === "object" && others.type === "events" ? others.fields : {};
    types[list] = { type: "events", fields: { ...EVENT_FIELDS, ...fields, ...known } };
  }
  types.entered = record([...stages].map((stage) => [stage, "instant"]));
  if (reads.length > 0) types.machines = record(reads.map((id) => [id, stageType(id, machines)]));
  return types;
}

/** The fact `event` while one of these events asks for a move. */
export function eventFactType(
  { events = {} }: LifecycleDefinition,
  types: readonly string[],
): FactType {
  const fields = types.flatMap((type) => Object.entries(events[type]?.fields ?? {}));
  return record([...fields, ...Object.entries(EVENT_FIELDS), ["by", "text"], ["reason", "text"]]);
}

/** The stage in another machine: one of its stages, where that machine is known. */
function stageType(id: string, machines: readonly LifecycleDefinition[]): FactType {
  const machine = machines.find((each) => each.id === id);
  if (machine === undefined) return "text";
  return { type: "text", oneOf: listStages(machine).map((stage) => stage.id) };
}

const EVENT_FIELDS: FactTypes = { id: "text", type: "text", at: "instant" };

function record(fields: readonly (readonly [name: string, type: FactType])[]): FactType {
  return { type: "record", fields: Object.fromEntries(fields) };
}

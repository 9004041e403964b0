import { memberPath } from "../../rules/grammar/json-path.js";
import type { Report } from "../finding.js";
import type { LifecycleDefinition } from "../types.js";
import { checkTarget, type StagesByName } from "./check-stages.js";

const OWN_FACTS: readonly string[] = ["event", "entered", "machines"];

/** What guards find in every event besides its fields. */
const ITEM_FIELDS: readonly string[] = ["at", "id", "type"];

/** Whether the machine itself provides the fact to guards. */
export function isOwnFact(name: string): boolean {
  return OWN_FACTS.includes(name);
}

/** Reports fact names that are taken, and versions that are not earlier ones. */
export function checkNames(definition: LifecycleDefinition, report: Report): void {
  const { facts = {}, events = {}, reads = [], id } = definition;
  for (const name of Object.keys(facts)) checkFree(name, memberPath("$.facts", name), report);
  for (const [type, { list, fields = {} }] of Object.entries(events)) {
    for (const name of ITEM_FIELDS.filter((field) => Object.hasOwn(fields, field))) {
      const path = memberPath(memberPath("$.events", type), "fields");
      report(
        memberPath(path, name),
        "RESERVED_NAME",
        `every event has ${name}: choose another name`,
      );
    }
    if (list === undefined) continue;
    const path = memberPath(memberPath("$.events", type), "list");
    checkFree(list, path, report);
    if (Object.hasOwn(facts, list)) {
      report(path, "DUPLICATE_NAME", `$.facts has a fact called ${list}`);
    }
  }
  for (const [index, machine] of reads.entries()) {
    const path = `$.reads[${index}]`;
    if (machine === id) report(path, "WRONG_VALUE", "a machine does not read itself");
    if (reads.indexOf(machine) < index) report(path, "DUPLICATE_NAME", `${machine} comes twice`);
  }
}

/** Reports migrations to stages that do not take customers in, and versions listed twice. */
export function checkMigrations(
  { migrations = [], version }: LifecycleDefinition,
  stages: StagesByName,
  report: Report,
): void {
  for (const [index, { from, stages: map = {}, unmapped }] of migrations.entries()) {
    const path = `$.migrations[${index}]`;
    if (from === version) report(`${path}.from`, "WRONG_VALUE", "is the version of this machine");
    if (migrations.findIndex((other) => other.from === from) < index) {
      report(`${path}.from`, "DUPLICATE_NAME", `there is another migration from ${from}`);
    }
    for (const [old, target] of Object.entries(map)) {
      checkTarget(target, memberPath(`${path}.stages`, old), stages, report);
    }
    if (typeof unmapped !== "object") continue;
    checkTarget(unmapped.park, `${path}.unmapped.park`, stages, report);
  }
}

function checkFree(name: string, path: string, report: Report): void {
  if (!isOwnFact(name)) return;
  report(path, "RESERVED_NAME", `${name} is provided by the machine: choose another name`);
}

import { itemPath, memberPath } from "../../rules/grammar/json-path.js";
import type { Report } from "../finding.js";
import type { LifecycleDefinition, MoveDefinition } from "../types.js";
import { checkKnown, checkTarget, type StagesByName } from "./check-stages.js";

/** Reports what is wrong with the moves: names that lead nowhere, and keys that do not fit together. */
export function checkMoves(
  definition: LifecycleDefinition,
  stages: StagesByName,
  report: Report,
): void {
  const seen = new Map<string, string>();
  for (const [index, move] of definition.moves.entries()) {
    const path = itemPath("$.moves", index);
    const first = seen.get(move.id);
    if (first === undefined) seen.set(move.id, path);
    else report(memberPath(path, "id"), "DUPLICATE_NAME", `${first} has the same id`);
    checkEnds(move, path, stages, report);
    checkEvents(move, path, definition, report);
    checkKeys(move, path, report);
  }
}

/** One name or several, as a list. */
export function namesOf(names: string | readonly string[] | undefined): readonly string[] {
  if (names === undefined) return [];
  return typeof names === "string" ? [names] : names;
}

function checkEnds(
  { from, to, kind, on }: MoveDefinition,
  path: string,
  stages: StagesByName,
  report: Report,
): void {
  for (const [name, place] of placed(from, memberPath(path, "from"))) {
    if (name !== "*") checkKnown(name, place, stages, report);
  }
  const target = memberPath(path, "to");
  if (to !== "*") checkTarget(to, target, stages, report);
  else if (kind !== "correct" || on === undefined) {
    const message = "only a move of the kind correct, on an event, leads to any stage (*)";
    report(target, "WRONG_VALUE", message);
  }
}

function checkEvents(
  { on, without }: MoveDefinition,
  path: string,
  { events = {} }: LifecycleDefinition,
  report: Report,
): void {
  for (const [key, names] of Object.entries({ on, without })) {
    for (const [name, place] of placed(names, memberPath(path, key))) {
      if (Object.hasOwn(events, name)) continue;
      const known = Object.keys(events).slice(0, 20).join(", ") || "none";
      report(place, "UNKNOWN_EVENT", `no event is called ${name}; \`events\` has ${known}`);
    }
  }
}

/** What each key needs beside it, or cannot stand beside. */
function checkKeys(move: MoveDefinition, path: string, report: Report): void {
  const refuse = (key: keyof MoveDefinition, message: string): void => {
    if (move[key] !== undefined) report(memberPath(path, key), "MISPLACED_KEY", message);
  };
  if (move.on !== undefined) {
    const message = "a move on an event is taken when the event comes, not at a time of its own";
    refuse("after", message);
    refuse("at", message);
    refuse("early", message);
  } else {
    refuse("permission", "nobody asks for a move that fires by itself");
    refuse("reasons", "nobody asks for a move that fires by itself");
  }
  if (move.after === undefined) refuse("without", "starts `after` again, which is not given");
  else refuse("at", "a move is due after a time or at a moment, not both");
  const { after } = move;
  if (typeof after === "object" && after.times !== undefined && after.unit === undefined) {
    const place = memberPath(memberPath(path, "after"), "times");
    report(place, "MISPLACED_KEY", "needs `unit`: only a number can be multiplied");
  }
}

function placed(
  names: string | readonly string[] | undefined,
  path: string,
): readonly (readonly [name: string, path: string])[] {
  if (typeof names === "string") return [[names, path]];
  return (names ?? []).map((name, index) => [name, itemPath(path, index)] as const);
}

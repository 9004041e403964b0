import * as z from "zod";
import { ClienteleError } from "../core/index.js";
import { findProgramErrors } from "./program/find-program-errors.js";
import { programShape } from "./program/schema.js";
import type { Program } from "./program/types.js";

/** A {@link Program} that can run; unknown keys are refused. */
export const programSchema: z.ZodType<Program> = programShape.pipe(
  z.any().superRefine((program: Program, context) => {
    for (const { path, message } of findProgramErrors(program)) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  }),
);

/**
 * The JSON Schema (2020-12) of a programme, for editors: it completes and checks keys while a file
 * is written. {@link programSchema} checks more, such as names that must exist.
 *
 * @returns a new object on every call
 * @example
 * JSON.stringify(programJsonSchema()) // the file that "$schema" of a programme points to
 */
export function programJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(programShape) };
}

/**
 * Reads a programme from untrusted JSON.
 *
 * @param json - parsed JSON of any shape
 * @throws ClienteleError INVALID_DATA naming every place that is wrong
 * @example
 * const program = parseProgram(JSON.parse(text));
 */
export function parseProgram(json: unknown): Program {
  const parsed = programSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(
    ({ path, message }) => `${["program", ...path.map(String)].join(".")}: ${message}`,
  );
  throw new ClienteleError("INVALID_DATA", `this is not a programme: ${issues.join("; ")}`, {
    where: "program",
    expected: "a loyalty programme",
    issues,
  });
}

import * as z from "zod";
import { segmentsOf } from "../rules/grammar/json-path.js";
import type { JsonSchema } from "../rules/grammar/language-schema.js";
import { findDefinitionErrors } from "./definition/find-definition-errors.js";
import { lifecycleShapeSchema } from "./shape/lifecycle-shape.js";
import type { LifecycleDefinition } from "./types.js";

/** A lifecycle that can run, as `compileLifecycle` accepts it; unknown keys are refused. */
export const lifecycleSchema: z.ZodType<LifecycleDefinition> = z
  .any()
  .superRefine((value, context) => {
    for (const { path, message, severity } of findDefinitionErrors(value)) {
      if (severity === "warning") continue;
      context.addIssue({ code: "custom", path: segmentsOf(path), message });
    }
  })
  .meta(lifecycleShapeSchema());

/**
 * The JSON Schema (2020-12) of a lifecycle, for editors: it completes and checks keys while a file is
 * written. `checkLifecycle` checks more.
 *
 * @example
 * JSON.stringify(lifecycleJsonSchema()) // the file that "$schema" of a lifecycle points to
 */
export function lifecycleJsonSchema(): JsonSchema {
  return lifecycleShapeSchema();
}

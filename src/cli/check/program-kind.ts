import { checkProgram, type Program, programToMermaid } from "../../loyalty/index.js";
import type { ConfigKind } from "./config-kind.js";

/** Points programmes: known by how points are earned. */
export const PROGRAM_KIND: ConfigKind = {
  name: "points programme",
  matches: (config) => Object.hasOwn(config, "earning"),
  check: (config) => checkProgram(config),
  draw: (config, { locale }) => ({ mmd: programToMermaid(config as Program, { locale }) }),
};

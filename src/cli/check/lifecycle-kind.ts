import {
  checkLifecycle,
  type LifecycleDefinition,
  toDot,
  toMermaid,
} from "../../lifecycle/index.js";
import type { ConfigKind } from "./config-kind.js";

/** Lifecycles: known by their stages and moves. */
export const LIFECYCLE_KIND: ConfigKind = {
  name: "lifecycle",
  matches: (config) => Object.hasOwn(config, "stages") || Object.hasOwn(config, "moves"),
  check: (config, { machines, earlier }) =>
    checkLifecycle(config, {
      machines: machines as readonly LifecycleDefinition[],
      earlier: earlier as readonly LifecycleDefinition[],
    }),
  draw: (config, { locale }) => ({
    mmd: toMermaid(config as LifecycleDefinition, { locale }),
    dot: toDot(config as LifecycleDefinition, { locale }),
  }),
};

import type {
  BgNbdParameters,
  MbgNbdParameters,
  NbdParameters,
  ParetoNbdParameters,
} from "../../../src/clv/types.js";
import { goldenFit } from "./golden.js";

/** One model of each kind of purchases in continuous time, as fitted to the CDNOW sample, in weeks. */
export const clvModels: readonly [
  NbdParameters,
  ParetoNbdParameters,
  BgNbdParameters,
  MbgNbdParameters,
] = [
  model("nbd", "nbd"),
  model("paretoNbd", "pnbd"),
  model("bgNbd", "bgnbd"),
  model("mbgNbd", "mbgnbd"),
];

function model<Model extends { readonly kind: string }>(
  kind: Model["kind"],
  golden: string,
): Model {
  return {
    kind,
    version: 1,
    timeUnit: "week",
    params: goldenFit(golden).params,
  } as unknown as Model;
}

import type {
  BgNbdParameters,
  MbgNbdParameters,
  NbdParameters,
  ParetoNbdParameters,
  PurchaseModel,
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

/** The models of regular and of ageing customers beside them, with parameters that were made up. */
export const allModels: readonly PurchaseModel[] = [
  ...clvModels,
  {
    kind: "bgCnbd",
    version: 1,
    timeUnit: "week",
    regularity: 2,
    params: { r: 0.9, alpha: 4.5, a: 0.8, b: 2.4 },
  },
  {
    kind: "mbgCnbd",
    version: 1,
    timeUnit: "week",
    regularity: 3,
    params: { r: 1.2, alpha: 3.5, a: 0.9, b: 2.1 },
  },
  {
    kind: "ggomNbd",
    version: 1,
    timeUnit: "week",
    params: { r: 0.8, alpha: 6, b: 0.06, s: 0.9, beta: 3 },
  },
];

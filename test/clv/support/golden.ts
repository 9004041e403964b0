import { readFileSync } from "node:fs";
import type { PurchaseHistories } from "../../../src/clv/types.js";

const FOLDER = new URL("../../golden/clv/", import.meta.url);

/** One of the golden fits. */
export interface GoldenFit {
  readonly model: string;
  readonly dataset: string;
  readonly n: number;
  readonly unique_rows: number;
  readonly params: Readonly<Record<string, number>>;
  readonly loglik: number;
  readonly se: Readonly<Record<string, number>>;
  readonly se_log: Readonly<Record<string, number>>;
  readonly vcov: readonly (readonly number[])[];
  readonly hess_eig_log: readonly number[];
}

/** The golden fit of a model, of the exact CDNOW sample unless another data set is named. */
export function goldenFit(model: string, dataset = "cdnow_sample_39w_exact"): GoldenFit {
  const fits: GoldenFit[] = JSON.parse(readGolden("maximum-likelihood-fits.json"));
  const fit = fits.find((each) => each.model === model && each.dataset === dataset);
  if (fit === undefined) throw new Error(`No golden fit of ${model} to ${dataset}`);
  return fit;
}

/** A golden CSV file as one column of numbers per name; text columns become NaN. */
export function goldenTable(file: string): Readonly<Record<string, readonly number[]>> {
  const { names, rows } = readCsv(file);
  return Object.fromEntries(names.map((name, at) => [name, rows.map((row) => Number(row[at]))]));
}

/** One text column of a golden CSV file. */
export function goldenTexts(file: string, name: string): readonly string[] {
  const { names, rows } = readCsv(file);
  return rows.map((row) => row[names.indexOf(name)] as string);
}

/** The 2,357 customers of the CDNOW sample in weeks. */
export function cdnowSample(): PurchaseHistories {
  const { x, t_x, T } = goldenTable("cdnow-sample-summary-39w.csv");
  return { repeatCount: x!, recency: t_x!, age: T!, unit: "week" };
}

function readCsv(file: string): { names: readonly string[]; rows: readonly string[][] } {
  const [head = "", ...lines] = readGolden(file).trim().split("\n");
  return { names: head.trim().split(","), rows: lines.map((line) => line.trim().split(",")) };
}

function readGolden(file: string): string {
  return readFileSync(new URL(file, FOLDER), "utf8");
}

import { shorten } from "../html/shorten.js";
import { csvText } from "./csv-cell.js";

/** An id of hostile length may not blow up the page; no real id comes near. */
const LONGEST_ID = 500;

/** A customer id as a cell of a CSV file that lies in the page. */
export function listedId(id: string): string {
  return csvText(shorten(id, LONGEST_ID));
}

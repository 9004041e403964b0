import type { Customer } from "../types.js";
import type { OrganizationName, PersonName } from "./types.js";

/**
 * The name to show: the first one of the list that is not a former name.
 *
 * @param customer - a person or an organization
 * @returns the full name as given, or the parts in the order of the name, without prefix and suffix
 * @example
 * displayName(customer) //=> "李小龙"
 */
export function displayName(customer: Pick<Customer, "names">): string {
  const names: readonly (PersonName | OrganizationName)[] = customer.names;
  const shown = names.find((name) => name.use !== "former") ?? names[0]!;
  return shown.full ?? joinParts(shown as PersonName);
}

const EAST_ASIAN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・]+$/u;

function joinParts({ given, additional, family, order }: PersonName): string {
  const givenFirst = [given, additional, family].filter((part) => part !== undefined);
  // Written without spaces, and family first unless the name says otherwise.
  const isEastAsian = givenFirst.every((part) => EAST_ASIAN.test(part));
  const isFamilyFirst = order === undefined ? isEastAsian : order === "familyFirst";
  const parts = isFamilyFirst
    ? [family, given, additional].filter((part) => part !== undefined)
    : givenFirst;
  return parts.join(isEastAsian ? "" : " ");
}

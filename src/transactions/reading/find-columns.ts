import { ClienteleError } from "../../core/errors.js";
import type { ColumnReference, TransactionMapping } from "./mapping.js";

/** The parts of an order that a column can hold. */
export type ColumnRole = "customer" | "date" | "amount" | "currency" | "order" | "refundOf";

/** For each role, the index of its column; optional roles may be absent. */
export type ColumnIndexes = Readonly<Record<"customer" | "date" | "amount", number>> &
  Readonly<Partial<Record<"currency" | "order" | "refundOf", number>>>;

/** Names that columns go by, likeliest first, as {@link normalizeName} writes them. */
const KNOWN_NAMES: Readonly<
  Record<"customer" | "date" | "amount" | "currency", readonly string[]>
> = {
  customer: [
    ..."customerid customer customerno customernumber custid cust clientid client userid user memberid member buyerid buyer accountid account customerkey customername".split(
      " ",
    ),
    ..."客户编号 客户id 客户号 客户 会员编号 会员id 会员号 会员 用户编号 用户id 用户 顾客编号 顾客id 顾客 买家id 买家 客户名称".split(
      " ",
    ),
  ],
  date: [
    ..."date orderdate ordereddate orderedat purchasedate purchasedat transactiondate transactiontime createdat createddate invoicedate orderdatetime ordertime datetime timestamp paidat time".split(
      " ",
    ),
    ..."日期 订单日期 下单日期 下单时间 订单时间 购买日期 购买时间 交易日期 交易时间 支付时间 付款时间 创建时间 时间".split(
      " ",
    ),
  ],
  amount: [
    ..."amount orderamount revenue sales salesamount total ordertotal totalamount totalprice grandtotal value ordervalue dollarvalue spend spent price netamount".split(
      " ",
    ),
    ..."金额 订单金额 实付金额 支付金额 付款金额 消费金额 交易金额 销售额 总金额 总价 实付".split(
      " ",
    ),
  ],
  currency: [
    ..."currency currencycode ordercurrency".split(" "),
    ..."币种 货币 货币代码".split(" "),
  ],
};

/**
 * Finds each role's column: by the mapping where it says so, otherwise by name.
 *
 * @param names - the header; for a source without one, `["1", "2", …]`
 * @throws ClienteleError MISSING_COLUMN, naming the columns that are there
 */
export function findColumns(names: readonly string[], mapping: TransactionMapping): ColumnIndexes {
  const known = names.map(normalizeName);
  const required = (role: "customer" | "date" | "amount"): number => {
    const index = locate(role, mapping[role], names, known) ?? byKnownName(role, known);
    if (index === undefined) throw missingColumn(role, undefined, names);
    return index;
  };
  const optional = (role: "order" | "refundOf"): number | undefined =>
    locate(role, mapping[role], names, known);
  const currency =
    locate("currency", mapping.currency, names, known) ?? byKnownName("currency", known);
  const order = optional("order");
  const refundOf = optional("refundOf");
  return {
    customer: required("customer"),
    date: required("date"),
    amount: required("amount"),
    ...(currency !== undefined && { currency }),
    ...(order !== undefined && { order }),
    ...(refundOf !== undefined && { refundOf }),
  };
}

function locate(
  role: ColumnRole,
  reference: ColumnReference | undefined,
  names: readonly string[],
  known: readonly string[],
): number | undefined {
  if (reference === undefined) return undefined;
  const text = String(reference);
  const exact = names.indexOf(text);
  if (exact >= 0) return exact;
  const loose = known.indexOf(normalizeName(text));
  if (loose >= 0) return loose;
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= names.length)
    return Number(text) - 1;
  throw missingColumn(role, text, names);
}

function byKnownName(role: keyof typeof KNOWN_NAMES, known: readonly string[]): number | undefined {
  for (const name of KNOWN_NAMES[role]) {
    const index = known.indexOf(name);
    if (index >= 0) return index;
  }
  return undefined;
}

/** Lower case, width folded, letters and digits only: `Order Date` and `order_date` are one name. */
function normalizeName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

const MOST_SHOWN = 30;

function missingColumn(
  role: ColumnRole,
  asked: string | undefined,
  names: readonly string[],
): ClienteleError {
  const shown = names.slice(0, MOST_SHOWN).map((name) => JSON.stringify(name.slice(0, 40)));
  const there = `${shown.join(", ")}${names.length > MOST_SHOWN ? ", …" : ""}`;
  const what =
    asked === undefined
      ? `no column looks like the ${role}`
      : `there is no column ${JSON.stringify(asked)} for the ${role}`;
  return new ClienteleError(
    "MISSING_COLUMN",
    `${what}; the columns are ${there}. Name it with --${role} (in code: mapping.${role})`,
    {
      where: `mapping.${role}`,
      expected: "the name or number of a column",
      ...(asked !== undefined && { got: asked }),
      columns: names,
    },
  );
}

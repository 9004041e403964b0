import type { ColumnRole } from "./find-columns.js";

/** The roles whose columns are found by name. */
export type NamedRole = Extract<ColumnRole, "customer" | "date" | "amount" | "currency">;

/** Names that columns go by, likeliest first, as {@link normalizeName} writes them. */
const KNOWN_NAMES: Readonly<Record<NamedRole, readonly string[]>> = {
  customer: list(`
    customerid customer customerno customernumber customercode custid custno cust clientid clientno
    client userid user memberid memberno member buyerid buyer shopperid accountid accountno account
    contactid householdkey customerkey customeruniqueid customeremail email customername clientname
    客户编号 客户id 客户号 客户编码 客户代码 客户 会员编号 会员id 会员号 会员卡号 会员 用户编号 用户id 用户
    顾客编号 顾客id 顾客 买家id 买家会员名 买家账号 买家昵称 买家 客户名称 客户姓名 会员名称 openid`),
  date: list(`
    date orderdate ordereddate orderedat orderedon purchasedate purchasedat orderpurchasetimestamp
    transactiondate transactiontime transdate trandate txndate txntime createdat createddate
    createdon processedat invoicedate saledate salesdate orderdatetime ordertime purchasetime
    datetime timestamp paidat paiddate paymentdate time
    日期 订单日期 下单日期 下单时间 订单时间 订单创建时间 购买日期 购买时间 交易日期 交易时间 成交日期 成交时间
    消费日期 消费时间 销售日期 付款日期 支付日期 支付时间 付款时间 订单付款时间 创建日期 创建时间 开票日期 时间`),
  amount: list(`
    amount orderamount revenue sales salesamount saleamount total ordertotal totalamount totalprice
    totalsales totalspent grandtotal value ordervalue dollarvalue spend spent transactionamount
    tranamount transamount txnamount paymentamount paymentvalue invoiceamount netamount grossamount
    netsales linetotal price
    金额 订单金额 实付金额 实付款 支付金额 付款金额 买家实际支付金额 买家实付金额 实收金额 消费金额 消费额
    交易金额 成交金额 成交额 销售金额 销售额 订单总额 订单总金额 总金额 总额 总价 合计 实付 应付金额`),
  currency: list(`
    currency currencycode ordercurrency transactioncurrency isocurrency
    币种 货币 货币代码 币别 货币单位 货币类型`),
};

/** The index of the column that a role most likely means; `undefined` when no name is known. */
export function findKnownColumn(
  role: NamedRole,
  normalizedNames: readonly string[],
): number | undefined {
  for (const name of KNOWN_NAMES[role]) {
    const index = normalizedNames.indexOf(name);
    if (index >= 0) return index;
  }
  return undefined;
}

/**
 * Lower case, width folded, letters and digits only, without a remark in brackets: `Order Date`
 * and `order_date` are one name, and so are `金额（元）` and `金额`.
 */
export function normalizeName(name: string): string {
  const folded = name.slice(0, LONGEST_NAME).normalize("NFKC").toLowerCase();
  const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
  return lettersOf(folded.replace(/\([^()]*\)\s*$/, "")) || lettersOf(folded);
}

/** No name of a column is longer; what is longer would only cost time. */
const LONGEST_NAME = 200;

function list(names: string): readonly string[] {
  return names.trim().split(/\s+/);
}

import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { readError, readOrders } from "./support/read.js";

const ONE_ORDER = [["A", "2025-01-31", 100]];

describe("columns found by name", () => {
  it.each([
    "customer_id,order_date,amount",
    "Customer ID,Order Date,Total Price",
    "CustomerNo,InvoiceDate,Revenue",
    "userId,createdAt,grandTotal",
    "customer_unique_id,order_purchase_timestamp,payment_value",
    "customer_id,trans_date,tran_amount",
    "email,paid at,Total",
    "客户编号,下单时间,实付金额（元）",
    "会员卡号,交易日期,消费金额(元)",
    "买家会员名,订单付款时间,买家实际支付金额",
    "ｃｕｓｔｏｍｅｒ,Ｄａｔｅ,ＡＭＯＵＮＴ",
  ])("%s", async (header) => {
    expect(await readOrders(`${header}\nA,2025-01-31,1\n`)).toEqual(ONE_ORDER);
  });

  it("prefer the likelier of two names", async () => {
    const text = "name,email,customer_id,date,paid at,price,total\nx,x,A,2025-01-31,x,9,1\n";
    expect(await readOrders(text)).toEqual(ONE_ORDER);
  });

  it("include the currency", async () => {
    for (const name of ["currency", "Currency Code", "币种"]) {
      const { log } = await readTransactions(`customer,date,amount,${name}\nA,2025-01-31,1,eur\n`);
      expect(log.currency).toBe("EUR");
    }
  });
});

describe("columns given by the mapping", () => {
  const text = "who;2;when;Sum Paid\nA;x;2025-01-31;1\n";

  it.each([
    ["exact names", { customer: "who", date: "when", amount: "Sum Paid" }],
    [
      "names that are equal but for case and marks",
      { customer: "WHO", date: "When ", amount: "sum_paid" },
    ],
    ["numbers", { customer: 1, date: 3, amount: 4 }],
    ["numbers as text", { customer: "1", date: "3", amount: "4" }],
  ])("may be %s", async (_name, mapping) => {
    expect(await readOrders(text, mapping)).toEqual(ONE_ORDER);
  });

  it("are names before they are numbers, unless they are written as numbers", async () => {
    const rows = "A,1,2025-01-31\nA,1,2025-01-31\n";
    const header = "3,2,1\n";
    expect(await readOrders(header + rows, { customer: "3", amount: "2", date: "1" })).toHaveLength(
      2,
    );
    expect(await readOrders(header + rows, { customer: 1, amount: 2, date: 3 })).toHaveLength(2);
  });

  it("are numbers where there is no header", async () => {
    const mapping = { header: false, customer: 1, date: "2", amount: 3 };
    expect(await readOrders("A,2025-01-31,1\nB,2025-02-01,2\n", mapping)).toEqual([
      ["A", "2025-01-31", 100],
      ["B", "2025-02-01", 200],
    ]);
  });

  it("read the raw CDNOW form: no header, aligned by spaces", async () => {
    const raw = " 00004 0001 19970101  2   29.33\n 00021 0001 19970101 12  143.34\n";
    expect(await readOrders(raw, { header: false, customer: 1, date: 3, amount: 5 })).toEqual([
      ["00004", "1997-01-01", 2933],
      ["00021", "1997-01-01", 14334],
    ]);
  });

  it("may be hostile words", async () => {
    const hostile = "__proto__,constructor,hasOwnProperty\nA,2025-01-31,1\n";
    const mapping = { customer: "__proto__", date: "constructor", amount: "hasOwnProperty" };
    expect(await readOrders(hostile, mapping)).toEqual(ONE_ORDER);
    const error = await readError("customer,date,amount\nA,2025-01-31,1\n", {
      customer: "__proto__",
    });
    expect(error.code).toBe("MISSING_COLUMN");
  });

  it("may be three of ten thousand", async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `c${index + 1}`);
    const cells = names.map(() => "x");
    cells[1] = "A";
    cells[7776] = "2025-01-31";
    cells[9999] = "1";
    const wide = `${names.join()}\n${`${cells.join()}\n`.repeat(5)}`;
    expect(await readOrders(wide, { customer: "c2", date: 7777, amount: "10000" })).toHaveLength(5);
    const error = await readError(wide);
    expect(error.message.length).toBeLessThan(1000);
    expect(error.message).toContain('"c30", … (10000 in all)');
  });

  it("may be one column for two roles", async () => {
    const mapping = { customer: 1, date: 1, amount: 2 };
    expect(await readOrders("day,sum\n2025-01-31,1\n2025-01-31,1\n", mapping)).toEqual([
      ["2025-01-31", "2025-01-31", 100],
      ["2025-01-31", "2025-01-31", 100],
    ]);
  });
});

describe("columns that cannot be found", () => {
  const text = "who,when,paid\nA,2025-01-31,1\n";

  it("are named with the columns that are there, and with what to say", async () => {
    const error = await readError(text);
    expect(error.code).toBe("MISSING_COLUMN");
    expect(error.message).toBe(
      'no column looks like the customer; the columns are "who", "when", "paid". Name it with --customer (in code: mapping.customer)',
    );
    expect(error.details.columns).toEqual(["who", "when", "paid"]);
  });

  it.each([
    [{ customer: "id" }, 'there is no column "id" for the customer; the columns are "who"'],
    [{ customer: 4 }, 'there is no column "4" for the customer'],
    [{ customer: "---" }, 'there is no column "---" for the customer'],
    [
      { customer: 1, date: 2, amount: 3, refundOf: "of" },
      "--refund-of (in code: mapping.refundOf)",
    ],
    [{ customer: 1, date: 2, amount: 3, currency: "of" }, "--currency (in code: mapping.currency)"],
  ])("%j", async (mapping, message) => {
    const error = await readError(text, mapping);
    expect(error.code).toBe("MISSING_COLUMN");
    expect(error.message).toContain(message);
  });

  it("may be missing because the first line is data: then it is masked, and the remedy is told", async () => {
    const error = await readError("Jane Doe,2025-01-31,12.50\nJohn Roe,2025-02-01,3\n");
    expect(error.message).toBe(
      'no column looks like the customer; the first line reads (masked) "aaaa aaa", "9999-99-99", "99.99". It looks like data: if the file has no header, say --no-header (in code: header: false) and give the columns by number: --customer 1 --date 2 --amount 3',
    );
    expect(JSON.stringify(error.details)).not.toContain("Jane");
  });

  it("may be missing because there is no header and no number either", async () => {
    const error = await readError("A,2025-01-31,1\n", { header: false });
    expect(error.message).toContain(
      "Without a header, give the columns by number: --customer 1 --date 2 --amount 3",
    );
  });

  it("may bear a name twice", async () => {
    const twice = "customer,date,amount,amount\nA,2025-01-31,1,2\n";
    const error = await readError(twice);
    expect(error.message).toBe(
      'columns 3 and 4 are both called "amount". Say which by its number: --amount 3 or --amount 4 (in code: mapping.amount)',
    );
    expect((await readError(twice, { amount: "amount" })).code).toBe("MISSING_COLUMN");
    expect(await readOrders(twice, { amount: 3 })).toEqual(ONE_ORDER);
  });
});

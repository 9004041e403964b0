import { describe, expect, it } from "vitest";
import {
  type Account,
  adjust,
  compileProgram,
  earn,
  forfeit,
  joinPool,
  leavePool,
  type Order,
  openAccount,
  parseProgram,
  type Referral,
  redeem,
  reverse,
  transfer,
} from "../../src/loyalty/index.js";
import { explainRule } from "../../src/rules/index.js";
import harbourClub from "./harbour-club.json" with { type: "json" };
import { accepted, day, opened, order, refused, START, simple, simpleProgram } from "./support.js";

const harbour = compileProgram(parseProgram(harbourClub));
const program = simple();
const inMay = Date.UTC(2026, 4, 4, 12);

/** An account of a programme with so many spendable points. */
function holding(points: number, of = program): Account {
  const command = { key: "gift", at: day(0), points, reason: "test" };
  return accepted(adjust(of, opened(of), command)).account;
}

describe("a refusal", () => {
  it("notEnoughPoints says how many are missing and when more come", () => {
    const slow = simple({ activation: { after: "P10D" } });
    let account = holding(30, slow);
    account = accepted(
      earn(slow, account, { key: "e", at: day(1), order: order("1", 5000) }),
    ).account;
    const refusal = refused(redeem(slow, account, { key: "r", at: day(2), points: 60 }));
    expect(refusal.code).toBe("notEnoughPoints");
    expect(refusal.details).toEqual({
      needed: 60,
      available: 30,
      missing: 30,
      activating: [{ points: 50, atMs: day(11) }],
    });
    accepted(redeem(slow, account, { key: "r", at: day(11), points: 60 }));
  });

  it("capReached says how much room there is and when there is more", () => {
    const capped = simple({
      earning: {
        rules: [
          {
            id: "review",
            event: "review",
            give: { points: 5 },
            caps: [{ times: 1, within: "month" }],
          },
        ],
      },
    });
    const review = (id: string, at: number) => ({ key: id, at, event: { id, type: "review" } });
    const { account } = accepted(earn(capped, opened(capped), review("a", day(3))));
    const refusal = refused(earn(capped, account, review("b", day(9))));
    expect(refusal).toMatchObject({
      code: "capReached",
      details: { cap: "rule/review/0", limit: 1, room: 0, opensAtMs: Date.UTC(2026, 1, 1) },
    });
    accepted(earn(capped, account, review("b", Date.UTC(2026, 1, 1))));
  });

  it("an order above a cap is taken in, with what was wanted and what was given", () => {
    const capped = simple({
      earning: {
        rules: [
          {
            id: "base",
            give: { points: 1, per: { minor: 100, currency: "EUR" } },
            caps: [{ points: 30, within: "day" }],
          },
        ],
      },
    });
    const { entry } = accepted(
      earn(capped, opened(capped), { key: "e", at: day(0), order: order("1", 5000) }),
    );
    expect(entry.points).toBe(30);
    expect(entry.rules).toEqual([
      { rule: "base", desired: 50, granted: 30, lot: 0, cap: "rule/base/0" },
    ]);
  });

  it("outsideWindow says when the window is; its end is exclusive", () => {
    const coupon = (at: number) =>
      earn(harbour, openAccount(harbour, { id: "ann", at: START }), {
        key: "c",
        at,
        coupon: "spring26",
      });
    // The window of Berlin: from 2026-03-20 to 2026-06-21.
    const fromMs = Date.UTC(2026, 2, 19, 23);
    const toMs = Date.UTC(2026, 5, 20, 22);
    expect(refused(coupon(fromMs - 1))).toMatchObject({
      code: "outsideWindow",
      details: { windows: [{ name: "coupon/SPRING26", fromMs, toMs }] },
    });
    expect(accepted(coupon(fromMs)).entry.points).toBe(50);
    expect(accepted(coupon(toMs - 1)).entry.points).toBe(50);
    expect(refused(coupon(toMs)).code).toBe("outsideWindow");
  });

  it("a coupon is used once, by any spelling of its code", () => {
    const account = openAccount(harbour, { id: "ann", at: START });
    const first = accepted(earn(harbour, account, { key: "a", at: inMay, coupon: "SPRING26" }));
    const again = earn(harbour, first.account, { key: "b", at: inMay, coupon: "Spring26" });
    expect(refused(again)).toMatchObject({ code: "capReached", details: { limit: 1, room: 0 } });
    const other = earn(harbour, first.account, { key: "b", at: inMay, coupon: "WINTER" });
    expect(refused(other).code).toBe("unknownCoupon");
  });

  it("notEligible has the trace, which explains what would help", () => {
    const account = holding(3000, compileProgram(parseProgram(harbourClub)));
    const refusal = refused(
      redeem(harbour, account, { key: "r", at: inMay, reward: "roastery-tour", shared: {} }),
    );
    expect(refusal.code).toBe("notEligible");
    const { traces } = refusal.details as { traces: Record<string, { trace: never }> };
    const explained = explainRule(traces["reward/roastery-tour"]!.trace);
    expect(JSON.stringify(explained)).toContain("gold");
  });

  it("outOfStock and budgetSpent count what all accounts took", () => {
    const shop = simple({
      rewards: [
        { id: "mug", price: 10, stock: 3 },
        { id: "tour", price: 10, budget: { points: 25, within: "year" } },
      ],
    });
    const account = holding(100, shop);
    const mug = (used: number, quantity: number) =>
      redeem(shop, account, {
        key: "r",
        at: day(1),
        reward: "mug",
        quantity,
        shared: { "reward/mug/stock/0": used },
      });
    const taken = accepted(mug(1, 2));
    expect(taken.claims).toEqual([{ counter: "reward/mug/stock/0", amount: 2, limit: 3 }]);
    expect(refused(mug(2, 2))).toMatchObject({
      code: "outOfStock",
      details: { room: 1, asked: 2 },
    });
    const tour = { key: "t", at: day(1), reward: "tour", quantity: 3 };
    const shared = { "reward/tour/budget/0/2026-01-01": 0 };
    expect(refused(redeem(shop, account, { ...tour, shared })).code).toBe("budgetSpent");
    expect(() => redeem(shop, account, tour)).toThrow("reward/tour/budget/0/2026-01-01");
    const back = reverse(shop, taken.account, { key: "x", at: day(2), redemption: "r" });
    expect(accepted(back).claims).toEqual([
      { counter: "reward/mug/stock/0", amount: -2, limit: 3 },
    ]);
  });

  it("amountNotAllowed says the minimum and the step", () => {
    const account = holding(1000, harbour);
    const refusal = refused(redeem(harbour, account, { key: "r", at: inMay, points: 120 }));
    expect(refusal).toMatchObject({
      code: "amountNotAllowed",
      details: { minimum: 100, step: 50 },
    });
    accepted(redeem(harbour, account, { key: "r", at: inMay, points: 150 }));
  });

  it("currencyMismatch names the line", () => {
    const foreign = { id: "1", lines: [{ id: "1", amount: { minor: 100, currency: "USD" } }] };
    const refusal = refused(
      earn(program, opened(program), { key: "e", at: day(0), order: foreign }),
    );
    expect(refusal).toMatchObject({
      code: "currencyMismatch",
      details: { where: "order.lines[0]", expected: "EUR", got: "USD" },
    });
  });

  it("tooLate says from when commands are taken", () => {
    const patient = simple({ backdating: "P3D" });
    const { account } = accepted(
      earn(patient, opened(patient), { key: "a", at: day(10), order: order("1", 100) }),
    );
    const late = (at: number) => earn(patient, account, { key: "b", at, order: order("2", 100) });
    expect(refused(late(day(7) - 1))).toMatchObject({
      code: "tooLate",
      details: { earliestMs: day(7) },
    });
    const { entry } = accepted(late(day(7)));
    expect(entry).toMatchObject({ atMs: day(10), command: { occurredMs: day(7) } });
    // The year of the points starts when they were earned.
    expect(entry.opens).toEqual([{ points: 1, expiresMs: Date.UTC(2027, 0, 8) }]);
  });

  it("names what is unknown", () => {
    const account = holding(100);
    const at = day(1);
    const codes = [
      redeem(program, account, { key: "k", at, reward: "mug" }),
      reverse(program, account, { key: "k", at, order: "1" }),
      reverse(program, account, { key: "k", at, redemption: "gift" }),
      redeem(program, account, { key: "k", at, points: 1, member: "stranger" }),
      earn(program, account, { key: "k", at, event: { id: "1", type: "visit" } }),
      transfer(
        program,
        { from: account, to: opened(program, "ben") },
        {
          key: "k",
          at,
          to: "ben",
          points: 5,
        },
      ),
      joinPool(program, account, { key: "k", at, member: "ben" }),
    ].map((outcome) => refused(outcome).code);
    expect(codes).toEqual([
      "unknownReward",
      "unknownSource",
      "unknownRedemption",
      "unknownMember",
      "notOffered",
      "notOffered",
      "notOffered",
    ]);
  });

  it("unknownVersion asks for the version that earned the points", () => {
    const first = simpleProgram();
    const second = simpleProgram({ version: 2, from: "2026-02-01" });
    const both = compileProgram([first, second]);
    const { account } = accepted(
      earn(both, opened(both), { key: "e", at: day(1), order: order("1", 5000, 5000) }),
    );
    const refund = { key: "x", at: day(50), order: "1", lines: [{ line: "1" }] };
    const alone = compileProgram(second);
    expect(refused(reverse(alone, account, refund))).toMatchObject({
      code: "unknownVersion",
      details: { version: 1, known: [2] },
    });
    expect(accepted(reverse(both, account, refund)).entry.points).toBe(-50);
    // Everything can be taken back without knowing why it was given.
    const whole = { key: "x", at: day(50), order: "1" };
    expect(accepted(reverse(alone, account, whole)).entry.points).toBe(-100);
    const early = earn(alone, opened(alone), { key: "e", at: day(1), order: order("1", 100) });
    expect(refused(early)).toMatchObject({
      code: "unknownVersion",
      details: { earliestMs: Date.UTC(2026, 1, 1) },
    });
  });

  it("alreadyReversed and unknownLine say what is left of an order", () => {
    let { account } = accepted(
      earn(program, opened(program), { key: "e", at: day(1), order: order("1", 5000) }),
    );
    const refund = (key: string, minor: number, line = "1") =>
      reverse(program, account, {
        key,
        at: day(2),
        order: "1",
        lines: [{ line, amount: { minor, currency: "EUR" } }],
      });
    account = accepted(refund("a", 3000)).account;
    expect(refused(refund("b", 2001))).toMatchObject({
      code: "alreadyReversed",
      details: { left: { amount: { minor: 2000, currency: "EUR" } } },
    });
    expect(refused(refund("b", 1, "9"))).toMatchObject({
      code: "unknownLine",
      details: { lines: ["1"] },
    });
  });

  it("tooManyPoints keeps sums exact", () => {
    const account = holding(Number.MAX_SAFE_INTEGER);
    const more = { key: "k", at: day(1), points: 1, reason: "more" };
    expect(refused(adjust(program, account, more)).code).toBe("tooManyPoints");
  });
});

describe("referrals", () => {
  const referral: Referral = {
    referrer: { points: 300 },
    friend: { points: 150 },
    validFor: "P30D",
    when: { fact: "order.total", gte: { minor: 2000, currency: "EUR" } },
    caps: [{ times: 1 }],
  };
  const program = simple({ referral });
  const claim = (change: object) => ({
    role: "referrer" as const,
    referrer: "ann",
    friend: "ben",
    invitedAt: day(0),
    friendOrders: 0,
    order: order("1", 2500),
    ...change,
  });
  const refer = (change: object, account = opened(program), at = day(10)) =>
    earn(program, account, { key: `k${JSON.stringify(change)}`, at, referral: claim(change) });

  it("give both sides their points, once per friend and as often as the cap says", () => {
    const { account } = accepted(refer({}));
    expect(account.spendablePoints).toBe(300);
    expect(refused(refer({ friendOrders: 0, again: 1 }, account)).code).toBe("alreadyEarned");
    expect(refused(refer({ friend: "cleo" }, account)).code).toBe("capReached");
    const ben = openAccount(program, { id: "ben", at: START });
    expect(accepted(refer({ role: "friend" }, ben)).account.spendablePoints).toBe(150);
  });

  it("are taken back when the friend's order is", () => {
    const { account } = accepted(refer({}));
    const undo = { key: "u", at: day(20), source: "referral:ben" };
    expect(accepted(reverse(program, account, undo)).account.spendablePoints).toBe(0);
  });

  it.each([
    ["selfReferral", { friend: "ann" }, day(10)],
    ["referralExpired", {}, day(30)],
    ["referralExpired", { invitedAt: day(11) }, day(10)],
    ["friendNotNew", { friendOrders: 1 }, day(10)],
    ["notEligible", { order: order("1", 1999) }, day(10)],
    [
      "currencyMismatch",
      { order: { id: "1", lines: [{ id: "1", amount: { minor: 2500, currency: "USD" } }] } },
      day(10),
    ],
  ] as const)("are refused with %s", (code, change, at) => {
    expect(refused(refer(change, opened(program), at)).code).toBe(code);
  });
});

describe("pools", () => {
  const program = simple({
    pool: { maximumMembers: 2, spentBy: "owner" },
    transfers: { minimum: 10, caps: [{ points: 30, within: "month" }] },
    rewards: [{ id: "mug", price: 10, caps: [{ times: 1, per: "member" }] }],
  });

  it("earn together, and spend as the programme says", () => {
    let { account } = accepted(
      joinPool(program, opened(program), { key: "j", at: day(0), member: "ben" }),
    );
    const full = joinPool(program, account, { key: "k", at: day(0), member: "cleo" });
    expect(refused(full).code).toBe("poolFull");
    const twice = joinPool(program, account, { key: "k", at: day(0), member: "ben" });
    expect(refused(twice).code).toBe("alreadyMember");
    account = accepted(
      earn(program, account, { key: "e", at: day(1), order: order("1", 5000), member: "ben" }),
    ).account;
    expect(account.lots.flat()[0]).toMatchObject({ member: "ben", remaining: 50 });
    const byBen = redeem(program, account, { key: "r", at: day(1), reward: "mug", member: "ben" });
    expect(refused(byBen).code).toBe("notOwner");
    account = accepted(redeem(program, account, { key: "r", at: day(1), reward: "mug" })).account;
    const more = redeem(program, account, { key: "s", at: day(1), reward: "mug" });
    expect(refused(more)).toMatchObject({ code: "capReached", details: { room: 0 } });
    account = accepted(
      leavePool(program, account, { key: "l", at: day(2), member: "ben" }),
    ).account;
    const gone = earn(program, account, {
      key: "f",
      at: day(2),
      order: order("2", 1),
      member: "ben",
    });
    expect(refused(gone).code).toBe("unknownMember");
    const to = opened(program, "ben");
    const send = (points: number) =>
      transfer(program, { from: account, to }, { key: "t", at: day(3), to: "ben", points });
    expect(refused(send(5)).code).toBe("amountNotAllowed");
    expect(refused(send(31))).toMatchObject({ code: "capReached", details: { room: 30 } });
    expect(accepted(send(30)).to.account.spendablePoints).toBe(30);
  });
});

describe("bad input", () => {
  const account = holding(100);
  const at = day(1);
  const sound = { key: "k", at, order: order("1", 100) };
  const lineOf = (line: object) => ({ ...sound, order: { id: "1", lines: [line] } as Order });
  const amount = { minor: 100, currency: "EUR" };

  it.each<[string, () => unknown]>([
    ["no command", () => earn(program, account, undefined as never)],
    ["no key", () => earn(program, account, { ...sound, key: undefined as never })],
    ["an empty key", () => earn(program, account, { ...sound, key: "" })],
    ["a key without end", () => earn(program, account, { ...sound, key: "k".repeat(201) })],
    ["no time", () => earn(program, account, { ...sound, at: undefined as never })],
    ["a time that is none", () => earn(program, account, { ...sound, at: Number.NaN })],
    ["a local time", () => earn(program, account, { ...sound, at: "2026-01-02T10:00:00" })],
    ["nothing that earns", () => earn(program, account, { key: "k", at })],
    ["two things that earn", () => earn(program, account, { ...sound, coupon: "A" })],
    [
      "an order without lines",
      () => earn(program, account, { ...sound, order: { id: "1", lines: [] } }),
    ],
    [
      "two lines of one id",
      () =>
        earn(program, account, {
          ...sound,
          order: {
            id: "1",
            lines: [
              { id: "1", amount },
              { id: "1", amount },
            ],
          },
        }),
    ],
    [
      "a negative amount",
      () => earn(program, account, lineOf({ id: "1", amount: { ...amount, minor: -1 } })),
    ],
    [
      "a fractional amount",
      () => earn(program, account, lineOf({ id: "1", amount: { ...amount, minor: 0.5 } })),
    ],
    ["no items", () => earn(program, account, lineOf({ id: "1", amount, quantity: 0 }))],
    [
      "a fact that is no JSON",
      () => earn(program, account, lineOf({ id: "1", amount, weight: Number.NaN })),
    ],
    [
      "a circle",
      () => {
        const order: Record<string, unknown> = { id: "1", lines: [{ id: "1", amount }] };
        order.self = order;
        return earn(program, account, { ...sound, order: order as never });
      },
    ],
    ["negative points", () => redeem(program, account, { key: "k", at, points: -5 })],
    ["no points", () => redeem(program, account, { key: "k", at, points: 0 })],
    ["fractional points", () => redeem(program, account, { key: "k", at, points: 1.5 })],
    [
      "points beyond exact integers",
      () => redeem(program, account, { key: "k", at, points: 2 ** 53 }),
    ],
    ["points as text", () => redeem(program, account, { key: "k", at, points: "5" as never })],
    [
      "an adjustment by nothing",
      () => adjust(program, account, { key: "k", at, points: 0, reason: "x" }),
    ],
    [
      "an adjustment without reason",
      () => adjust(program, account, { key: "k", at, points: 5, reason: "" }),
    ],
    ["a refund of nothing", () => reverse(program, account, { key: "k", at })],
    [
      "a refund of no lines",
      () =>
        reverse(program, accepted(earn(program, account, sound)).account, {
          key: "x",
          at,
          order: "1",
          lines: [],
        }),
    ],
    [
      "a forfeit of a fraction",
      () => forfeit(program, account, { key: "k", at, points: 0.5, reason: "x" }),
    ],
    [
      "an account of another programme",
      () => redeem(harbour, account, { key: "k", at, points: 100 }),
    ],
    ["an account that is none", () => redeem(program, {} as never, { key: "k", at, points: 1 })],
    [
      "an account of a later format",
      () => redeem(program, { ...account, formatVersion: 2 } as never, { key: "k", at, points: 1 }),
    ],
    [
      "a programme that is not compiled",
      () => redeem(simpleProgram() as never, account, { key: "k", at, points: 1 }),
    ],
  ])("throws for %s and leaves the account as it was", (_, call) => {
    const before = JSON.stringify(account);
    expect(call).toThrow(expect.objectContaining({ name: "ClienteleError" }));
    expect(JSON.stringify(account)).toBe(before);
  });

  it("keeps a copy of the order: changing it later changes no ledger", () => {
    const bought = structuredClone(order("1", 5000)) as unknown as {
      lines: { amount: { minor: number } }[];
    };
    const change = accepted(
      earn(program, opened(program), { key: "e", at, order: bought as never }),
    );
    const text = JSON.stringify(change.account);
    bought.lines[0]!.amount.minor = 9_999_999;
    expect(JSON.stringify(change.account)).toBe(text);
  });

  it("takes names such as __proto__ for what they are: names", () => {
    const hostile = JSON.parse(
      '{"id":"__proto__","lines":[{"id":"constructor","amount":{"minor":100,"currency":"EUR"},"__proto__":{"polluted":true}}]}',
    );
    const { account: after } = accepted(
      earn(program, opened(program), { key: "__proto__", at, order: hostile }),
    );
    expect(after.spendablePoints).toBe(1);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(
      accepted(reverse(program, after, { key: "toString", at, order: "__proto__" })).account
        .spendablePoints,
    ).toBe(0);
  });
});

import * as z from "zod";
import { isCurrency, moneySchema } from "../../money/index.js";
import { conditionSchema } from "../../rules/index.js";
import { isDayOrTimestamp, isPeriodText, isZone } from "./read-time.js";
import type { Program } from "./types.js";

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, { error: "a name of letters, digits, - and _" });
const label = z
  .strictObject({ en: z.string().min(1), zh: z.string().min(1) })
  .describe("The name that members and staff see");
const count = z.int().positive();
const points = count.describe("Whole points");
const period = z
  .string()
  .refine(isPeriodText, { error: "an ISO 8601 period such as P14D or P1Y" })
  .describe("ISO 8601 period, such as P14D or P1Y");
const dayOrTime = z
  .string()
  .refine(isDayOrTimestamp, { error: "a date such as 2026-03-01, or a time with its offset" })
  .describe("A date of the programme's zone, or a timestamp with an offset");
const day = z.iso.date();
const unit = z.enum(["day", "week", "month", "quarter", "year"]);
const condition = conditionSchema;

const window = z
  .strictObject({ from: dayOrTime.exactOptional(), to: dayOrTime.exactOptional() })
  .describe("From the start of `from` to the start of `to`");

const scope = {
  per: z.enum(["member", "account", "program"]).exactOptional(),
  within: z.enum(["order", ...unit.options, "ever"]).exactOptional(),
};
const cap = z
  .union([z.strictObject({ points, ...scope }), z.strictObject({ times: count, ...scope })], {
    error: "points or times, with per and within",
  })
  .describe("At most so many points, or so many times");
const caps = z.array(cap).exactOptional();

const activation = z
  .union(
    [
      z.strictObject({ after: period }),
      z.strictObject({ on: id, atLatest: period.exactOptional() }),
    ],
    { error: 'an object with "after", or with "on"' },
  )
  .describe("When earned points can be spent");
const upTo = z.enum(["month", "quarter", "year"]).exactOptional();
const expiry = z
  .union([
    z.literal("never"),
    z.strictObject({
      after: period,
      counted: z
        .enum(["earned", "activated"], {
          error: '"never", or an object with "after", "through" or "inactive"',
        })
        .exactOptional(),
      upTo,
    }),
    z.strictObject({ through: day }),
    z.strictObject({ inactive: period }),
  ])
  .describe("When points lapse");
const terms = { activation: activation.exactOptional(), expiry: expiry.exactOptional() };

const decimal = z.union([
  z.number().positive(),
  z.string().regex(/^(?=[0.]*[1-9])\d+(?:\.\d+)?$/, { error: 'a positive decimal such as "1.25"' }),
]);
const ratio = z.strictObject({ numerator: count, denominator: count });
const award = z
  .union([
    z.strictObject({ points }),
    z.strictObject({ points, per: moneySchema }),
    z.strictObject({ points, per: z.literal("item") }),
    z.strictObject({
      multiply: z.union([decimal, ratio], {
        error: "points, points per amount or item, or multiply",
      }),
      rules: z.array(id).exactOptional(),
    }),
  ])
  .describe("Points once, per amount, per item, or a factor on other rules");

const rule = z.strictObject({
  id,
  label: label.exactOptional(),
  event: id.exactOptional(),
  when: condition.exactOptional(),
  lines: condition.exactOptional(),
  give: award,
  window: window.exactOptional(),
  group: id.exactOptional(),
  priority: z.int().exactOptional(),
  caps,
  ...terms,
});

const earning = z.strictObject({
  rules: z.array(rule),
  rounding: z
    .strictObject({
      at: z.enum(["line", "rule", "order"]).exactOptional(),
      mode: z.enum(["floor", "halfEven", "halfUp", "ceiling"]).exactOptional(),
      remainder: z.enum(["drop", "carry"]).exactOptional(),
    })
    .exactOptional(),
  multipliers: z.enum(["multiply", "add"]).exactOptional(),
  caps,
});

const reward = z.strictObject({
  id,
  label: label.exactOptional(),
  price: z.union([points, z.strictObject({ default: points, tiers: z.record(id, points) })]),
  stock: z.int().nonnegative().exactOptional(),
  budget: z
    .strictObject({ points, within: z.enum([...unit.options, "ever"]).exactOptional() })
    .exactOptional(),
  when: condition.exactOptional(),
  window: window.exactOptional(),
  caps,
  benefit: z.record(z.string(), z.json()).exactOptional(),
});

const coupon = z.strictObject({
  code: id,
  label: label.exactOptional(),
  points,
  when: condition.exactOptional(),
  window: window.exactOptional(),
  caps,
  ...terms,
});

const referralAward = z.strictObject({ points: z.int().nonnegative(), ...terms });
const referral = z.strictObject({
  referrer: referralAward,
  friend: referralAward,
  validFor: period,
  when: condition.exactOptional(),
  caps,
});

const metric = z.discriminatedUnion("measure", [
  z.strictObject({ measure: z.literal("spend"), lines: condition.exactOptional() }),
  z.strictObject({ measure: z.literal("points"), rules: z.array(id).exactOptional() }),
  z.strictObject({ measure: z.literal("orders"), when: condition.exactOptional() }),
  z.strictObject({ measure: z.literal("events"), event: id }),
  z.strictObject({ measure: z.literal("balance"), allowBalance: z.literal(true) }),
]);
const tiers = z.strictObject({
  metric,
  window: z.union([
    z.strictObject({ rolling: period }),
    z.strictObject({ calendar: unit }),
    z.strictObject({ anniversary: period }),
    z.literal("ever"),
  ]),
  levels: z
    .array(z.strictObject({ id, label: label.exactOptional(), from: z.int().nonnegative() }))
    .min(1),
  validity: z.strictObject({ after: period, upTo }).exactOptional(),
  grace: period.exactOptional(),
  downgrade: z.enum(["oneStep", "full"]).exactOptional(),
  notice: period.exactOptional(),
});

/** The shape of a programme; that its parts fit together is checked apart. */
export const programShape: z.ZodType<Program> = z
  .strictObject({
    $schema: z.string().exactOptional(),
    id,
    version: count,
    from: dayOrTime.exactOptional(),
    label: label.exactOptional(),
    zone: z.string().refine(isZone, { error: "an IANA time zone such as Asia/Shanghai" }),
    currency: z.string().refine(isCurrency, { error: "an ISO 4217 code such as USD" }),
    define: z.record(z.string(), condition).exactOptional(),
    earning,
    ...terms,
    value: z.strictObject({ points, value: moneySchema }).exactOptional(),
    refunds: z
      .strictObject({
        method: z.enum(["recompute", "proRata"]).exactOptional(),
        spent: z.enum(["negative", "clamp", "pendingFirst", "charge"]).exactOptional(),
      })
      .exactOptional(),
    redemption: z
      .strictObject({ minimum: points.exactOptional(), step: points.exactOptional() })
      .exactOptional(),
    rewards: z.array(reward).exactOptional(),
    coupons: z.array(coupon).exactOptional(),
    referral: referral.exactOptional(),
    tiers: tiers.exactOptional(),
    pool: z
      .strictObject({
        maximumMembers: z.int().min(2),
        spentBy: z.enum(["anyone", "owner"]).exactOptional(),
      })
      .exactOptional(),
    transfers: z.strictObject({ minimum: points.exactOptional(), caps }).exactOptional(),
    backdating: period.exactOptional(),
  })
  .meta({ title: "LoyaltyProgram", description: "A points programme" });

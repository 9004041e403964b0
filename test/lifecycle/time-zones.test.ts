import { describe, expect, it } from "vitest";
import { type MoveDefinition, type Progress, replay } from "../../src/lifecycle/index.js";
import { happens, machine } from "./machines.js";

/** When the only move of a machine fires that is entered at a time, in ISO 8601; `undefined` if never. */
function firesAt(
  zone: string,
  enteredAt: string,
  trigger: Partial<MoveDefinition>,
  facts: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const lifecycle = machine({
    zone,
    events: { begin: {} },
    stages: { here: {}, there: {} },
    moves: [{ id: "goes", from: "here", to: "there", ...trigger }],
  });
  const history = [happens("begin", enteredAt, { facts })];
  const { moves } = replay(lifecycle, history, { asOf: "2040-01-01" }) as Progress;
  return moves[0] && new Date(moves[0].atMs).toISOString();
}

describe("times on the calendar of the machine's zone", () => {
  it("a month after the 31st is the end of a shorter month", () => {
    expect(firesAt("UTC", "2026-01-31T10:00:00Z", { after: "P1M" })).toBe(
      "2026-02-28T10:00:00.000Z",
    );
    expect(firesAt("UTC", "2028-01-31T10:00:00Z", { after: "P1M" })).toBe(
      "2028-02-29T10:00:00.000Z",
    );
    expect(firesAt("Asia/Shanghai", "2026-03-30T20:00:00Z", { after: "P1M" })).toBe(
      "2026-04-29T20:00:00.000Z",
    );
  });

  it("a year after 29 February is 28 February", () => {
    expect(firesAt("UTC", "2024-02-29T10:00:00Z", { after: "P1Y" })).toBe(
      "2025-02-28T10:00:00.000Z",
    );
    expect(firesAt("UTC", "2024-02-29T10:00:00Z", { after: "P4Y" })).toBe(
      "2028-02-29T10:00:00.000Z",
    );
  });

  it("a clock time that is skipped becomes the later one; one that is shown twice, the first", () => {
    expect(firesAt("Europe/Berlin", "2026-03-28T01:30:00Z", { after: "P1D" })).toBe(
      "2026-03-29T01:30:00.000Z",
    );
    expect(firesAt("Europe/Berlin", "2026-10-24T00:30:00Z", { after: "P1D" })).toBe(
      "2026-10-25T00:30:00.000Z",
    );
  });

  it("a day keeps the wall clock over a change of clocks; 24 hours do not", () => {
    const entered = "2026-03-28T12:00:00+01:00";
    expect(firesAt("Europe/Berlin", entered, { after: "P1D" })).toBe("2026-03-29T10:00:00.000Z");
    expect(firesAt("Europe/Berlin", entered, { after: "PT24H" })).toBe("2026-03-29T11:00:00.000Z");
  });

  it("a date begins with its local day, also where midnight is skipped", () => {
    const at = { at: { fact: "endsOn" } };
    const facts = { endsOn: "2026-09-06" };
    expect(firesAt("Asia/Shanghai", "2026-01-01T00:00:00Z", at, facts)).toBe(
      "2026-09-05T16:00:00.000Z",
    );
    expect(firesAt("America/Santiago", "2026-01-01T00:00:00Z", at, facts)).toBe(
      "2026-09-06T04:00:00.000Z",
    );
  });

  it("a moment is some time before or after a fact", () => {
    const facts = { endsOn: "2026-03-31" };
    const before = { at: { fact: "endsOn", before: "P1M" } };
    expect(firesAt("UTC", "2026-01-01T00:00:00Z", before, facts)).toBe("2026-02-28T00:00:00.000Z");
    const after = { at: { fact: "endsOn", after: "P14D" } };
    expect(firesAt("UTC", "2026-01-01T00:00:00Z", after, facts)).toBe("2026-04-14T00:00:00.000Z");
    expect(firesAt("UTC", "2026-01-01T00:00:00Z", after)).toBeUndefined();
  });

  it("a calendar unit begins after the stage was entered, even if that was at its very start", () => {
    const next = (unit: "month" | "quarter" | "week") => ({ at: { next: unit } });
    expect(firesAt("Asia/Shanghai", "2026-01-31T15:59:00Z", next("month"))).toBe(
      "2026-01-31T16:00:00.000Z",
    );
    expect(firesAt("UTC", "2026-04-01T00:00:00Z", next("quarter"))).toBe(
      "2026-07-01T00:00:00.000Z",
    );
    expect(firesAt("UTC", "2026-03-01T00:00:00Z", next("week"))).toBe("2026-03-02T00:00:00.000Z");
  });

  it("each customer's own period is a fact: a period, or a number of days within bounds", () => {
    const entered = "2026-01-31T00:00:00Z";
    const own = (gap: unknown) =>
      firesAt("UTC", entered, { after: { fact: "gap", otherwise: "P90D" } }, { gap });
    expect(own("P1M")).toBe("2026-02-28T00:00:00.000Z");
    expect(own(7)).toBe("2026-05-01T00:00:00.000Z");
    const days = (gap: unknown) =>
      firesAt(
        "UTC",
        entered,
        { after: { fact: "gap", unit: "day", times: 1.5, atLeast: "P2D", atMost: "P10D" } },
        { gap },
      );
    expect(days(4)).toBe("2026-02-06T00:00:00.000Z");
    expect(days(0)).toBe("2026-02-02T00:00:00.000Z");
    expect(days(1e9)).toBe("2026-02-10T00:00:00.000Z");
    expect(days(-1)).toBeUndefined();
    expect(days("4")).toBeUndefined();
  });

  it("a period beyond the calendar is never over", () => {
    expect(firesAt("UTC", "2026-01-31T00:00:00Z", { after: "P900000Y" })).toBeUndefined();
  });

  it("a rule that becomes true by the passage of time fires at that very instant", () => {
    const when = { since: "bornOn", gte: "P18Y" };
    expect(
      firesAt("Asia/Shanghai", "2026-01-01T00:00:00Z", { when }, { bornOn: "2010-02-28" }),
    ).toBe("2028-02-27T16:00:00.000Z");
  });

  it("gives the same answers under any time zone of the process", () => {
    const answers = ["UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Apia"].map((zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        return firesAt("Europe/Berlin", "2026-01-31T02:30:00+01:00", { after: "P1M" });
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    });
    expect(new Set(answers)).toEqual(new Set(["2026-02-28T01:30:00.000Z"]));
  });
});

import { describe, expect, it } from "vitest";
import { fitMbgCnbd, type MbgCnbdParameters, simulateCustomers } from "../../../src/clv/index.js";

function simulate(params: MbgCnbdParameters["params"]) {
  const model: MbgCnbdParameters = {
    kind: "mbgCnbd",
    version: 1,
    timeUnit: "week",
    regularity: 2,
    params,
  };
  return simulateCustomers(model, { customers: 300, age: { weeks: 50 } });
}

describe("a fit of regular buyers at a limit of its model", () => {
  it("names the model in which nobody leaves", () => {
    const { fit } = fitMbgCnbd(simulate({ r: 2, alpha: 4, a: 1e-6, b: 1 }), { regularity: 2 });
    expect(fit.status).toBe("notIdentified");
    expect(fit.warnings[0]).toMatchObject({ code: "NOT_IDENTIFIED", nestedModel: "cnbd" });
    expect(fit.warnings[0]!.message).toContain("CNBD-k");
    expect(fit.standardErrors).toBeUndefined();
  });

  it("names the model in which all have one rate", () => {
    const { fit } = fitMbgCnbd(simulate({ r: 1e6, alpha: 2e6, a: 1, b: 6 }), { regularity: 2 });
    expect(fit.status).toBe("notIdentified");
    expect(fit.warnings[0]!.nestedModel).toMatch(/Erlang$/);
  });
});

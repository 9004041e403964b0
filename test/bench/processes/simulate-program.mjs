import { compileProgram, simulateProgram } from "clientele/loyalty";
import { CLUB, TIERS } from "../club-program.mjs";
import { madeOrders } from "../made-orders.mjs";
import { finish } from "../measure.mjs";

const [orders, customers] = process.argv.slice(2, 4).map(Number);
const program = compileProgram(process.argv[4] === "tiers" ? { ...CLUB, tiers: TIERS } : CLUB);
const log = {
  ...madeOrders(orders, customers),
  customerIds: Array.from({ length: customers }, (_, number) => `C${number}`),
  currency: "EUR",
};
const { points } = simulateProgram(program, log);
finish({ granted: points.granted });

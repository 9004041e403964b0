import { loyalty } from "clientele";
import { CLUB } from "../club-program.mjs";
import { measure, measureProcesses, median, row } from "../measure.mjs";

const DAY = 86_400_000;
const OPENED = Date.UTC(2026, 0, 1);
const COMMANDS = 30_000;

/** Commands on accounts with a history, replays of ledgers, and a redemption from very many lots. */
export async function loyaltySuite() {
  const program = loyalty.compileProgram(CLUB);
  const thousand = grow(program, 1000);
  const tenThousand = grow(program, 10_000);
  const hundredThousand = grow(program, 100_000);
  const redeemed = hundredThousand.account.spendablePoints - 1;
  const replay = ({ opened, entries }) => measure(() => loyalty.replayAccount(opened, entries), 5);
  const [plain, tiered] = measureProcesses(
    [
      ["simulate-program.mjs", "1000000", "50000"],
      ["simulate-program.mjs", "1000000", "50000", "tiers"],
    ],
    1,
  );
  const [short, long] = [replay(tenThousand), replay(hundredThousand)];
  return {
    title: "Loyalty",
    note: "Orders of two lines, one with a multiplier, under a monthly cap; each command is hashed and recorded with its input.",
    rows: [
      rate("commands on an account of 1,000 entries: earn, redeem, reverse in turn", () =>
        runCommands(program, thousand.account),
      ),
      row(
        "a redemption from an account of 100,000 lots, small",
        oneRedemption(program, hundredThousand.account, 1000),
        {
          bar: "5 ms",
        },
      ),
      row(
        "a redemption of all 100,000 lots but a point",
        oneRedemption(program, hundredThousand.account, redeemed),
      ),
      row("replay of 10,000 entries", short),
      row("replay of 100,000 entries", long, {
        bar: "linear: 10 ×",
        against: `${(median(long) / median(short)).toFixed(1)} × that of 10,000`,
      }),
      simulation("1,000,000 orders of 50,000 members simulated, whole process", plain),
      simulation("the same with tiers", tiered),
    ],
  };
}

function simulation(what, { times, megabytes }) {
  return row(what, times, { memory: `${median(megabytes)} MB`, bar: "10 s, 1 GB" });
}

function order(number) {
  return {
    id: `o${number}`,
    lines: [
      { id: "1", amount: { minor: 4_250, currency: "EUR" }, category: "coffee" },
      { id: "2", amount: { minor: 6_000, currency: "EUR" }, category: "tea" },
    ],
  };
}

function earnOne(program, account, number) {
  const command = { key: `e${number}`, at: OPENED + number * 60_000, order: order(number) };
  return take(loyalty.earn(program, account, command));
}

/** An account with so many earnings, and its entries. */
function grow(program, entries) {
  const opened = loyalty.openAccount(program, { id: "m-1", at: OPENED });
  const log = [];
  let account = opened;
  for (let number = 0; number < entries; number++) {
    const change = earnOne(program, account, number);
    log.push(...change.entries);
    account = change.account;
  }
  return { opened, account, entries: log };
}

/** Every command starts from the same account, as it would in a service with many members. */
function runCommands(program, account) {
  const at = OPENED + 200 * DAY;
  for (let number = 0; number < COMMANDS; number += 3) {
    take(loyalty.earn(program, account, { key: `n${number}`, at, order: order(`n${number}`) }));
    take(loyalty.redeem(program, account, { key: `r${number}`, at, points: 250 }));
    take(loyalty.reverse(program, account, { key: `v${number}`, at, order: `o${number % 1000}` }));
  }
}

function oneRedemption(program, account, points) {
  const at = OPENED + 200 * DAY;
  let number = 0;
  return measure(
    () => take(loyalty.redeem(program, account, { key: `r${number++}`, at, points })),
    20,
  );
}

function take(outcome) {
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.value;
}

function rate(what, task) {
  const times = measure(task, 5);
  const perSecond = (time) => Math.round((COMMANDS / time) * 1000).toLocaleString("en");
  return {
    what,
    median: `${perSecond(median(times))} a second`,
    range: `${perSecond(Math.max(...times))} to ${perSecond(Math.min(...times))}`,
    bar: "300,000 a second",
  };
}

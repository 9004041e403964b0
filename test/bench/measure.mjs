import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Bench } from "tinybench";

/** The middle value. */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Runs whole processes in turn, A B A B …, so that a drift of the machine's speed hits all alike.
 *
 * @param scripts files of `processes/` with their arguments
 * @param runs counted runs of each
 * @returns for each script its times (ms, start of the process included) and peak memories (MB)
 */
export function measureProcesses(scripts, runs) {
  const results = scripts.map(() => ({ times: [], megabytes: [], said: undefined }));
  for (let run = 0; run < runs; run++) {
    scripts.forEach(([file, ...args], index) => {
      const path = fileURLToPath(new URL(`processes/${file}`, import.meta.url));
      const startedAt = performance.now();
      const child = spawnSync(process.execPath, [path, ...args], { encoding: "utf8" });
      if (child.status !== 0) throw new Error(`${file} failed: ${child.stderr}`);
      results[index].times.push(performance.now() - startedAt);
      const said = JSON.parse(child.stdout);
      results[index].megabytes.push(said.maxRssMegabytes);
      results[index].said = said;
    });
  }
  return results;
}

/** What a benchmark process prints at its end. */
export function finish(facts) {
  const maxRssMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...facts, maxRssMegabytes }));
}

/** Times a function in this process: each run in milliseconds, after a warm-up. */
export function measure(task, runs = 7) {
  const bench = new Bench({
    iterations: runs,
    time: 0,
    warmupIterations: 2,
    warmupTime: 0,
    retainSamples: true,
  });
  bench.add("task", task);
  const [{ result }] = bench.runSync();
  if (result.state === "errored") throw result.error;
  return result.latency.samples;
}

/** One row of a table. */
export function row(what, times, extra = {}) {
  return {
    what,
    median: milliseconds(median(times)),
    range: `${milliseconds(Math.min(...times))} to ${milliseconds(Math.max(...times))}`,
    ...extra,
  };
}

export function milliseconds(value) {
  return value >= 1000
    ? `${(value / 1000).toFixed(2)} s`
    : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

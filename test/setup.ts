import { configureGlobal, readConfigureGlobal } from "fast-check";

/**
 * Property tests try the same cases on every run; `CLIENTELE_SEED=7` tries others, and
 * `CLIENTELE_SEED=random` new ones each time, with the seed in the name of the test.
 */
const seed = process.env.CLIENTELE_SEED ?? "20261122";
if (seed !== "random") configureGlobal({ ...readConfigureGlobal(), seed: Number(seed) });

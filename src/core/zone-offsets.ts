/**
 * The offset of a time zone at any instant, from the rules that `Intl` knows.
 *
 * One question to `Intl` costs about a microsecond. The offsets are therefore kept in buckets of
 * time that are filled when first asked for; a kept answer costs a few nanoseconds.
 */
export type ZoneOffsets = (atMs: number) => number;

/** 24.9 days: a power of two, so that its reciprocal is exact. */
const BUCKET_MS = 2 ** 31;
const BUCKETS_PER_MS = 1 / BUCKET_MS;
const FIRST_BUCKET = Math.floor(Date.UTC(1900, 0, 1) / BUCKET_MS);
const BUCKETS = Math.ceil(Date.UTC(2201, 0, 1) / BUCKET_MS) - FIRST_BUCKET;
/**
 * 3.1 days. Two changes that cancel out between two probes would be missed; the closest that any
 * zone ever had are four days apart (Africa/Freetown 1939; next 7 days, America/Recife 2000).
 */
const PROBE_MS = BUCKET_MS / 8;

/** Makes the offsets (local time less UTC, in milliseconds) of a zone that `Intl` knows. */
export function createZoneOffsets(zone: string): ZoneOffsets {
  const readOffset = createOffsetReader(zone);
  // A bucket is a run of segments: segment s holds offset[s] until the instant until[s].
  const firstSegment = new Int32Array(BUCKETS).fill(-1);
  const until: number[] = [];
  const offset: number[] = [];

  const fillBucket = (bucket: number): number => {
    const segment = until.length;
    let fromMs = (bucket + FIRST_BUCKET) * BUCKET_MS;
    const endMs = fromMs + BUCKET_MS;
    let current = readOffset(fromMs);
    for (; fromMs < endMs; fromMs += PROBE_MS) {
      const next = readOffset(fromMs + PROBE_MS);
      if (next === current) continue;
      until.push(findChange(fromMs, fromMs + PROBE_MS, (atMs) => readOffset(atMs) === next));
      offset.push(current);
      current = next;
    }
    until.push(Infinity);
    offset.push(current);
    firstSegment[bucket] = segment;
    return segment;
  };

  return (atMs) => {
    const bucket = Math.floor(atMs * BUCKETS_PER_MS) - FIRST_BUCKET;
    if (bucket < 0 || bucket >= BUCKETS) return readOffset(atMs);
    let segment = firstSegment[bucket]!;
    if (segment < 0) segment = fillBucket(bucket);
    while (atMs >= until[segment]!) segment++;
    return offset[segment]!;
  };
}

/** The first instant in `(fromMs, toMs]` at which `hasChanged`, which is true at `toMs`. */
export function findChange(
  fromMs: number,
  toMs: number,
  hasChanged: (atMs: number) => boolean,
): number {
  let before = fromMs;
  let after = toMs;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (hasChanged(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** `GMT+05:30`, or `GMT-00:44:30` before clocks kept whole minutes; `GMT` alone is zero. */
const LONG_OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function createOffsetReader(zone: string): ZoneOffsets {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (atMs) => {
    const [, sign, hours, minutes, seconds = "0"] = LONG_OFFSET.exec(format.format(atMs))!;
    if (sign === undefined) return 0;
    const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return (sign === "-" ? -size : size) * 1000;
  };
}

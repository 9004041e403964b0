import type { Locale } from "../../core/locale.js";
import type { RefusalCode } from "../state-types.js";

/** How one language speaks of stages and moves; every part is already a text. */
export interface Phrases {
  readonly quoted: (name: string) => string;
  readonly time: (local: string, zone: string) => string;
  readonly began: (stage: string, time: string) => string;
  readonly moved: (stage: string, from: string, move: string, time: string) => string;
  readonly onEvent: (event: string, by: string | undefined, reason: string | undefined) => string;
  readonly bySelf: string;
  readonly configuration: (id: string, version: string, hash: string) => string;
  readonly alreadyIn: (stage: string) => string;
  readonly noWay: (from: string, to: string) => string;
  readonly route: (stages: readonly string[]) => string;
  readonly way: (move: string, to: string, needs: readonly string[]) => string;
  readonly enough: (changes: readonly string[]) => string;
  readonly nothingNeeded: string;
  readonly needsEvent: (events: readonly string[]) => string;
  readonly needsPermission: (permission: string) => string;
  readonly needsReason: (reasons: readonly string[]) => string;
  readonly needsTime: (time: string) => string;
  readonly needsKnownTime: string;
  readonly needed: (need: string) => string;
  readonly refused: (code: RefusalCode, event: string, stage: string) => string;
  readonly sentences: (sentences: readonly string[]) => string;
}

const ENGLISH: Phrases = {
  quoted: (name) => `"${name}"`,
  time: (local, zone) => `${local} (${zone})`,
  began: (stage, time) => `In ${stage} since ${time}, where every customer begins.`,
  moved: (stage, from, move, time) => `In ${stage} since ${time}, from ${from} by the move ${move}`,
  onEvent: (event, by, reason) => {
    const who = by === undefined ? "" : ` from ${by}`;
    return `, on the event ${event}${who}${reason === undefined ? "" : ` (${reason})`}.`;
  },
  bySelf: ", which fired by itself.",
  configuration: (id, version, hash) => `Configuration ${id} ${version}, ${hash}.`,
  alreadyIn: (stage) => `The customer is in ${stage}.`,
  noWay: (from, to) => `No move leads from ${from} to ${to}.`,
  route: (stages) => `The shortest way is ${stages.join(" -> ")}.`,
  way: (move, to, needs) => `The move ${move} to ${to} needs ${needs.join("; ")}.`,
  enough: (changes) => `Enough would be: ${changes.join(" and ")}.`,
  nothingNeeded: "nothing more",
  needsEvent: (events) => `the event ${events.join(" or ")}`,
  needsPermission: (permission) => `the permission ${permission}`,
  needsReason: (reasons) => `one of the reasons ${reasons.join(", ")}`,
  needsTime: (time) => `time until ${time}`,
  needsKnownTime: "a fact that tells when its time comes",
  needed: (need) => `Needed: ${need}.`,
  refused: (code, event, stage) => `${event} is refused in ${stage}: ${ENGLISH_REFUSALS[code]}.`,
  sentences: (sentences) => sentences.join(" "),
};

const ENGLISH_REFUSALS: Readonly<Record<RefusalCode, string>> = {
  LATE_EVENT: "something later is already taken in; replay the history to take it in at its place",
  NO_MOVE: "no move leaves this stage on such an event",
  NOT_PERMITTED: "who asks does not have the permission",
  NO_REASON: "it gives none of the reasons that count",
  CONDITION_FALSE: "a condition is not met",
  CONDITION_UNKNOWN: "a fact that a condition needs is not known",
  UNKNOWN_STAGE: "there is no such stage",
  RETIRED_STAGE: "the stage is retired and takes nobody in",
};

const CHINESE: Phrases = {
  quoted: (name) => `「${name}」`,
  time: (local, zone) => `${local}(${zone})`,
  began: (stage, time) => `自${time}起处于${stage},客户均由此开始。`,
  moved: (stage, from, move, time) => `自${time}起处于${stage},由${from}经${move}转入`,
  onEvent: (event, by, reason) => {
    const who = by === undefined ? "" : `,由${by}发起`;
    return `,起因是事件${event}${who}${reason === undefined ? "" : `(原因:${reason})`}。`;
  },
  bySelf: ",到时自动转入。",
  configuration: (id, version, hash) => `配置:${id} ${version},${hash}。`,
  alreadyIn: (stage) => `客户已处于${stage}。`,
  noWay: (from, to) => `没有从${from}直接转入${to}的规则。`,
  route: (stages) => `最短路径:${stages.join(" -> ")}。`,
  way: (move, to, needs) => `经${move}转入${to}还需要:${needs.join(";")}。`,
  enough: (changes) => `只需:${changes.join(",并且")}。`,
  nothingNeeded: "无其他条件",
  needsEvent: (events) => `事件${events.join("或")}`,
  needsPermission: (permission) => `权限${permission}`,
  needsReason: (reasons) => `以下原因之一:${reasons.join("、")}`,
  needsTime: (time) => `等到${time}`,
  needsKnownTime: "得知决定时间的事实",
  needed: (need) => `需要:${need}。`,
  refused: (code, event, stage) => `在${stage}中,${event}被拒绝:${CHINESE_REFUSALS[code]}。`,
  sentences: (sentences) => sentences.join(""),
};

const CHINESE_REFUSALS: Readonly<Record<RefusalCode, string>> = {
  LATE_EVENT: "之后的事件已经计入,请重放历史以按顺序计入",
  NO_MOVE: "此阶段没有由该事件触发的转移",
  NOT_PERMITTED: "申请人没有所需权限",
  NO_REASON: "未给出有效的原因",
  CONDITION_FALSE: "条件不满足",
  CONDITION_UNKNOWN: "条件所需的事实未知",
  UNKNOWN_STAGE: "没有这个阶段",
  RETIRED_STAGE: "该阶段已停用,不再接收客户",
};

/** The phrases of each language. */
export const PHRASES: Readonly<Record<Locale, Phrases>> = { en: ENGLISH, zh: CHINESE };

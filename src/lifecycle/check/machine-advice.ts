import type { FindingCode } from "../../rules/index.js";
import type { LifecycleFindingCode } from "../finding.js";
import { type Advice, advice } from "./advice.js";

/** What the findings of machines mean, and what to do about them. */
export const MACHINE_ADVICE: Readonly<Record<Exclude<LifecycleFindingCode, FindingCode>, Advice>> =
  {
    RESERVED_NAME: advice(
      ["The name is taken by the machine", "Choose another name."],
      ["名称被系统占用", "请另选名称。"],
    ),
    DUPLICATE_NAME: advice(
      ["The name comes twice", "Rename one of the two."],
      ["名称重复", "请给其中一个改名。"],
    ),
    UNKNOWN_STAGE: advice(
      ["There is no such stage", "Add the stage, or mend the name."],
      ["没有这个阶段", "请添加该阶段，或改正名称。"],
    ),
    UNKNOWN_EVENT: advice(
      ["There is no such event", "Add it under `events`, or mend the name."],
      ["没有这个事件", "请在 `events` 中添加，或改正名称。"],
    ),
    RETIRED_STAGE: advice(
      [
        "A retired stage is still entered",
        "Lead to a stage that is in use, or take `retired` away.",
      ],
      ["已停用的阶段仍被进入", "请改为通向在用的阶段，或取消 `retired`。"],
    ),
    MISPLACED_KEY: advice(
      ["The key does not fit the others", "Take one of the keys out."],
      ["键之间相互冲突", "请删除其中一个键。"],
    ),
    UNREACHABLE_STAGE: advice(
      ["No customer ever comes here", "Add a move into the stage, or mark it `retired`."],
      ["没有客户能到达该阶段", "请添加通向该阶段的流转，或标记为 `retired`。"],
    ),
    DEAD_END: advice(
      [
        "Nothing leads out of the stage",
        "Add a move out of it, or mark it `final` when that is meant.",
      ],
      ["该阶段没有出口", "请添加离开该阶段的流转；若本意如此，请标记为 `final`。"],
    ),
    OVERLAPPING_MOVES: advice(
      [
        "Two moves compete",
        "Make the guards exclude each other, or give the one that shall win a larger `priority`.",
      ],
      ["两条流转相互竞争", "请使条件互斥，或为应当优先者设置更大的 `priority`。"],
    ),
    ENDLESS_MOVES: advice(
      [
        "Moves follow each other without end",
        "Give one of them a time, or a guard that is false once the move was taken.",
      ],
      ["流转无休止地循环", "请为其中一条设置时间，或设置在流转后不再成立的条件。"],
    ),
    TIMER_WITHIN_DWELL: advice(
      [
        "The time is over before the minimum dwell",
        "Make the time at least as long as the dwell, or set `early` on the move.",
      ],
      ["计时短于最短停留期", "请使计时不短于停留期，或为该流转设置 `early`。"],
    ),
    MISSING_TRANSLATION: advice(
      ["A language is missing", "Add the text."],
      ["缺少翻译", "请补充文字。"],
    ),
    MISSING_MIGRATION: advice(
      [
        "Customers of an earlier version cannot come here",
        "Say under `migrations` which stage each earlier stage becomes.",
      ],
      ["旧版本的客户无法迁移", "请在 `migrations` 中说明每个旧阶段对应的新阶段。"],
    ),
    CYCLIC_MACHINES: advice(
      [
        "Machines wait for each other in a circle",
        "Let one of the machines decide by facts and events alone.",
      ],
      ["状态机之间循环依赖", "请让其中一个仅依据事实和事件判断。"],
    ),
  };

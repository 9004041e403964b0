import type { FindingCode } from "../../rules/index.js";
import { type Advice, advice } from "./advice.js";

/** What the findings of rules mean, and what to do about them. */
export const RULE_ADVICE: Readonly<Record<FindingCode, Advice>> = {
  WRONG_TYPE: advice(
    ["The value has another form", "Write the value in the form that is asked for."],
    ["值的形式不对", "请按要求的形式填写该值。"],
  ),
  WRONG_VALUE: advice(
    ["The value cannot stand here", "Write one of the values that are allowed here."],
    ["此处不允许该值", "请改为此处允许的值。"],
  ),
  UNKNOWN_KEY: advice(
    ["There is no such key", "Mend the spelling, or take the key out."],
    ["没有这个键", "请改正拼写，或删除该键。"],
  ),
  MISSING_KEY: advice(["A key is missing", "Add the key."], ["缺少键", "请补上该键。"]),
  AMBIGUOUS: advice(
    ["This can be read in two ways", "Keep one of the two readings."],
    ["存在两种解读", "请只保留其中一种写法。"],
  ),
  UNSAFE_PATH: advice(
    ["The path reaches the machinery of objects", "Name a fact of the customer."],
    ["路径触及对象内部机制", "请改为客户的事实名称。"],
  ),
  TOO_DEEP: advice(
    ["Nested too deeply", "Give the inner parts names under `define`."],
    ["嵌套过深", "请把内层条件移到 `define` 中命名。"],
  ),
  TOO_LARGE: advice(
    ["Too large", "Split the machine: several machines can run for one customer."],
    ["规模过大", "请拆分：同一客户可以同时运行多个状态机。"],
  ),
  UNKNOWN_REF: advice(
    ["No condition has this name", "Define the condition under `define`, or mend the name."],
    ["没有该名称的条件", "请在 `define` 中定义该条件，或改正名称。"],
  ),
  CYCLIC_REF: advice(
    ["Conditions refer to each other in a circle", "Write one of them out."],
    ["条件循环引用", "请将其中一个条件展开写出。"],
  ),
  UNUSED_REF: advice(
    ["A named condition is not used", "Use it, or take it out."],
    ["命名条件未被使用", "请使用它，或将其删除。"],
  ),
  ZONE_MISSING: advice(
    ["The time zone is missing", "Name the IANA zone."],
    ["缺少时区", "请填写 IANA 时区。"],
  ),
  UNKNOWN_FACT: advice(
    [
      "No such fact is declared",
      "Declare it under `facts`, or under `fields` of the event, or mend the name.",
    ],
    ["未声明的事实", "请在 `facts` 或事件的 `fields` 中声明，或改正名称。"],
  ),
  TYPE_MISMATCH: advice(
    ["Compared with a value of another type", "Compare with a value of the declared type."],
    ["比较的类型不一致", "请与声明类型一致的值比较。"],
  ),
  FUTURE_EVENTS: advice(
    ["Events of the future would count", "Add `within`, at least `ever`."],
    ["未来的事件也会被计入", "请加上 `within`，至少为 `ever`。"],
  ),
  NEVER_TRUE: advice(
    ["Never true", "Loosen the condition, or take out what depends on it."],
    ["条件永不成立", "请放宽条件，或删除依赖它的部分。"],
  ),
  ALWAYS_TRUE: advice(
    ["Always true", "Take the condition out, or ask for what was meant."],
    ["条件恒成立", "请删除该条件，或改为真正想要的要求。"],
  ),
  UNDECIDED: advice(
    ["Could not be decided", "Give the moves a `priority`, so that the answer does not matter."],
    ["无法判定", "请设置 `priority`，使结果不受影响。"],
  ),
  GAP: advice(["Some facts match no row", "Add a row."], ["存在未覆盖的情况", "请补充一行。"]),
  OVERLAP: advice(
    ["Two rows match the same facts", "Make the rows exclude each other."],
    ["两行条件重叠", "请使两行互斥。"],
  ),
  UNREACHABLE_ROW: advice(
    ["A row never answers", "Move it up, or take it out."],
    ["该行永远不会命中", "请上移该行，或将其删除。"],
  ),
};

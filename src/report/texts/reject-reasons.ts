import type { LocalizedText } from "../../core/locale.js";
import type { RejectReason } from "../../transactions/reading/quarantine.js";

/** Why a row was not accepted, in words. */
export const rejectReasonTexts: Readonly<Record<RejectReason, LocalizedText>> = {
  missingCustomer: { en: "no customer", zh: "缺少客户" },
  missingDate: { en: "no date", zh: "缺少日期" },
  badDate: { en: "the date cannot be read", zh: "日期无法识别" },
  missingAmount: { en: "no amount", zh: "缺少金额" },
  badAmount: { en: "the amount cannot be read", zh: "金额无法识别" },
  nonFiniteAmount: { en: "the amount is not a finite number", zh: "金额不是有限数" },
  amountTooLarge: { en: "the amount is too large to be exact", zh: "金额过大，无法精确表示" },
  badId: {
    en: "the id is too long, or lost digits as a number",
    zh: "编号过长，或作为数字丢失了位数",
  },
  otherCurrency: {
    en: "the amount is written in another currency",
    zh: "金额以另一币种书写",
  },
  tooFewFields: { en: "fields are missing", zh: "字段缺失" },
  tooManyFields: { en: "too many fields", zh: "字段过多" },
  badQuoting: { en: "quotation marks do not match", zh: "引号不匹配" },
  badEncoding: { en: "not text in the expected encoding", zh: "文字编码不符" },
  notAnObject: { en: "not an object", zh: "不是对象" },
  unknownCurrency: { en: "unknown currency", zh: "未知币种" },
  noRate: { en: "no exchange rate for its currency", zh: "缺少该币种的汇率" },
};

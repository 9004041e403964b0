import type { Section } from "../html/view.js";
import { attentionSection } from "./attention.js";
import { figuresSection } from "./figures.js";
import { forecastSection } from "./forecast.js";
import { lifecycleSection } from "./lifecycle.js";
import { methodsSection } from "./methods.js";
import { qualitySection } from "./quality.js";
import { retentionSection } from "./retention.js";
import { rhythmSection } from "./rhythm.js";
import { riskSection } from "./risk.js";
import { segmentsSection } from "./segments.js";
import { summarySection } from "./summary.js";
import { trendSection } from "./trend.js";
import { valueSection } from "./value.js";
import { worthSection } from "./worth.js";

/** The parts of the page, in reading order: what to know, whom to look at, why, and how sure. */
export const SECTIONS: readonly Section[] = [
  summarySection,
  figuresSection,
  attentionSection,
  worthSection,
  riskSection,
  forecastSection,
  lifecycleSection,
  segmentsSection,
  valueSection,
  retentionSection,
  trendSection,
  rhythmSection,
  qualitySection,
  methodsSection,
];

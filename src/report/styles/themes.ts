/** The colours of one theme, by role. */
export interface Theme {
  /** Grounds: the page, a card, a quiet field. */
  readonly page: string;
  readonly card: string;
  readonly field: string;
  /** Text, quiet text, links and pressed controls. */
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  /** Hairlines, and lines that must be seen. */
  readonly line: string;
  readonly edge: string;
  /** Marks of charts; blue against orange is told apart in every kind of colour blindness. */
  readonly first: string;
  readonly second: string;
  /** The stages of the lifecycle in order: blue in rhythm, orange overdue, grey lost. */
  readonly stages: readonly string[];
  /** Ground and ink of each step of a heat map, from little to much: one hue, lightness in order. */
  readonly heat: readonly (readonly [ground: string, ink: string])[];
}

/** Dark on light: for daylight, and for paper. */
export const LIGHT: Theme = {
  page: "#f5f6f8",
  card: "#ffffff",
  field: "#edf1f6",
  ink: "#17202c",
  quiet: "#525e6d",
  accent: "#1a5fb4",
  line: "#e1e6ec",
  edge: "#7f8a98",
  first: "#2a6fbf",
  second: "#c4661f",
  stages: ["#4a8fd8", "#1d5499", "#d0761f", "#8f440f", "#7f8a98"],
  heat: [
    ["#f0f5fb", "#17202c"],
    ["#dbe8f6", "#17202c"],
    ["#bcd6ee", "#17202c"],
    ["#93bde3", "#17202c"],
    ["#639fd4", "#0b1622"],
    ["#2f6db0", "#ffffff"],
    ["#164a85", "#ffffff"],
  ],
};

/** Light on dark. */
export const DARK: Theme = {
  page: "#10151c",
  card: "#18202a",
  field: "#222c38",
  ink: "#e8edf3",
  quiet: "#a5b1bf",
  accent: "#82b4f5",
  line: "#2b3643",
  edge: "#73808f",
  first: "#6aa5ea",
  second: "#e59a57",
  stages: ["#a9cff8", "#4d8bd6", "#f0b87f", "#c76f28", "#73808f"],
  heat: [
    ["#1d2835", "#e8edf3"],
    ["#20364f", "#e8edf3"],
    ["#25466c", "#e8edf3"],
    ["#2c5a8d", "#ffffff"],
    ["#6299d3", "#0b1622"],
    ["#93bdea", "#0b1622"],
    ["#c9e0f8", "#0b1622"],
  ],
};

/** The custom properties of a theme, as declarations. */
export function themeDeclarations(theme: Theme): string {
  const { heat, stages, ...roles } = theme;
  const plain = Object.entries(roles).map(([role, color]) => `--${role}:${color};`);
  const ordered = stages.map((color, index) => `--stage-${index + 1}:${color};`);
  const steps = heat.map(
    ([ground, ink], level) => `--heat-${level}:${ground};--heat-ink-${level}:${ink};`,
  );
  return [...plain, ...ordered, ...steps].join("");
}

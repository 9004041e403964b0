import { describe, expect, test } from "vitest";
import { HEAT_LEVELS } from "../../src/report/charts/heat-level.js";
import { DARK, LIGHT, type Theme } from "../../src/report/styles/themes.js";

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test("measures black on white as 21", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});

describe.each<[string, Theme]>([
  ["light", LIGHT],
  ["dark", DARK],
])("%s theme", (_, theme) => {
  test.each(["ink", "quiet", "accent"] as const)("%s can be read on every ground", (role) => {
    for (const ground of [theme.page, theme.card, theme.field]) {
      expect(contrast(theme[role], ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("a pressed button and a definition can be read: card colour on ink", () => {
    expect(contrast(theme.card, theme.ink)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["first", "second", "edge"] as const)("%s can be seen on a card", (role) => {
    expect(contrast(theme[role], theme.card)).toBeGreaterThanOrEqual(3);
  });

  test("every stage of the lifecycle can be seen on a card", () => {
    expect(theme.stages).toHaveLength(5);
    for (const color of theme.stages) expect(contrast(color, theme.card)).toBeGreaterThanOrEqual(3);
  });

  test("figures can be read on every step of a heat map", () => {
    expect(theme.heat).toHaveLength(HEAT_LEVELS);
    for (const [ground, ink] of theme.heat)
      expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5);
  });

  test("the steps of a heat map go away from the card in order of lightness", () => {
    const distances = theme.heat.map(([ground]) => contrast(ground, theme.card));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(new Set(distances).size).toBe(HEAT_LEVELS);
  });
});

import { describe, expect, test } from "vitest";
import { columnChart } from "../../src/report/charts/column-chart.js";
import { forecastChart } from "../../src/report/charts/forecast-chart.js";
import { heatLevel } from "../../src/report/charts/heat-level.js";
import { heatTable } from "../../src/report/charts/heat-table.js";
import { lineChart } from "../../src/report/charts/line-chart.js";
import { lorenzChart } from "../../src/report/charts/lorenz-chart.js";
import { areaPath, linePath } from "../../src/report/charts/paths.js";
import { bandAxis, valueAxis } from "../../src/report/charts/scales.js";
import { shareBar } from "../../src/report/charts/share-bar.js";

const write = (value: number): string => `${value}`;

describe("axes", () => {
  test("a value axis starts at zero and ends on a round number", () => {
    const axis = valueAxis([12, 380], "amount");
    expect(axis.ticks).toEqual([0, 100, 200, 300, 400]);
    expect([0, 100, 400].map(axis.position)).toEqual([100, 75, 0]);
  });

  test("a value axis reaches below zero where values do", () => {
    const axis = valueAxis([-50, 100], "amount");
    expect(axis.ticks).toEqual([-50, 0, 50, 100]);
    expect(axis.position(-50)).toBe(100);
  });

  test("a value axis of nothing has room for something", () => {
    expect(valueAxis([], "amount").position(0)).toBe(100);
    expect(valueAxis([0, 0], "amount").position(1)).toBe(0);
  });

  test("an axis of counts has no halves", () => {
    expect(valueAxis([2], "count").ticks).toEqual([0, 1, 2]);
    expect(valueAxis([2], "amount").ticks).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  test("a band axis shares the width out evenly", () => {
    const axis = bandAxis(4);
    expect(axis.width).toBe(18.75);
    expect([0, 1, 2, 3].map(axis.center)).toEqual([12.5, 37.5, 62.5, 87.5]);
    expect(axis.start(0)).toBe(3.13);
  });
});

test("paths go through their points", () => {
  const points = [
    { x: 0, y: 100 },
    { x: 50.123, y: 20 },
  ];
  expect(linePath(points)).toBe("M0,100L50.12,20");
  expect(areaPath(points, () => 100)).toBe("M0,100L50.12,20L50.12,100L0,100Z");
  expect(linePath([])).toBe("");
});

describe("columnChart", () => {
  const chart = columnChart({
    label: "New & returning",
    series: ["new", "returning"],
    columns: [
      { label: "Jan", name: "January", parts: [60, 20] },
      { label: "Feb", name: "February", parts: [100, -20], partial: true },
    ],
    kind: "amount",
    formatTick: write,
    formatValue: write,
  }).markup;

  test("says what it is", () => {
    expect(chart).toContain('<svg role="img" aria-label="New &amp; returning">');
  });

  test("stacks parts upwards from zero and negative ones downwards", () => {
    // The axis runs from -20 to 100: zero lies at five sixths.
    expect(chart).toContain('class="series-1" x="6.25%" width="37.5%" y="33.33%" height="50%"');
    expect(chart).toContain('class="series-2" x="6.25%" width="37.5%" y="16.67%" height="16.66%"');
    expect(chart).toContain(
      'class="series-2 partial" x="56.25%" width="37.5%" y="83.33%" height="16.67%"',
    );
  });

  test("tells each part on hover", () => {
    expect(chart).toContain("<title>February · returning: -20</title>");
  });
});

describe("lineChart", () => {
  const point = (name: string, value: number, partial = false) => ({
    label: name,
    name,
    value,
    partial,
  });
  const chart = lineChart({
    label: "Orders",
    points: [point("a", 100), point("b", 50), point("c", 0, true)],
    kind: "amount",
    formatTick: write,
    formatValue: write,
  }).markup;

  test("draws a line through the middle of each period", () => {
    expect(chart).toContain('<path class="line" d="M16.67,0L50,50"/>');
  });

  test("dashes the way to a period that is not complete, and hollows its point", () => {
    expect(chart).toContain('<path class="line dashed" d="M50,50L83.33,100"/>');
    expect(chart).toContain('<circle class="dot partial" cx="83.33%" cy="100%"');
  });

  test("draws one period without a line", () => {
    const single = lineChart({
      label: "One",
      points: [point("a", 1)],
      kind: "amount",
      formatTick: write,
      formatValue: write,
    });
    expect(single.markup).toContain('<circle class="dot" cx="50%" cy="0%"');
    expect(single.markup).not.toContain('class="line"');
  });

  test("labels at most eight of many periods", () => {
    const points = Array.from({ length: 40 }, (_, index) => point(`p${index}`, index));
    const many = lineChart({
      label: "Many",
      points,
      kind: "amount",
      formatTick: () => "",
      formatValue: write,
    }).markup;
    expect(many.match(/text-anchor="middle"/g)).toHaveLength(8);
    expect(many.match(/class="tick roomy"/g)).toHaveLength(4);
  });
});

test("lorenzChart draws the best customers first and names the marked points", () => {
  const chart = lorenzChart({
    label: "Lorenz",
    curve: [
      { customers: 0, value: 0 },
      { customers: 0.2, value: 0.7 },
      { customers: 1, value: 1 },
    ],
    marks: [{ customers: 0.2, value: 0.7, text: "20% bring 70%" }],
    evenText: "even",
    horizontalTitle: "customers",
    formatShare: (share) => `${share * 100}%`,
  }).markup;
  expect(chart).toContain('<path class="line" d="M0,100L20,30L100,0"/>');
  expect(chart).toContain('x="20%" y="30%" dx="12" dy="16">20% bring 70%</text>');
});

test("shareBar stays within its cell", () => {
  expect(shareBar(0.375).markup).toContain('class="bar-fill" width="37.5%"');
  expect(shareBar(1.2).markup).toContain('class="bar-fill" width="100%"');
  expect(shareBar(-0.2).markup).toContain('class="bar-fill" width="0%"');
});

describe("heat maps", () => {
  test("a level is a seventh of the maximum", () => {
    expect([0, 1, 10, 69, 70].map((value) => heatLevel(value, 70))).toEqual([0, 0, 1, 6, 6]);
    expect(heatLevel(5, 0)).toBe(0);
    expect(heatLevel(-5, 10)).toBe(0);
  });

  test("a heat map is a table whose cells carry figure and colour", () => {
    const table = heatTable({
      caption: "Retention",
      headTitle: "Cohort",
      cellTitles: ["+1", "+2"],
      rows: [
        {
          head: "Jan",
          detail: "70 customers",
          cells: [
            { value: 0.7, text: "70%", title: "Jan, +1" },
            { value: undefined, text: "" },
          ],
        },
      ],
      legend: "Share",
      formatValue: write,
    }).markup;
    expect(table).toContain('<th scope="row">Jan <small>70 customers</small></th>');
    expect(table).toContain('<td class="heat-6" title="Jan, +1">70%</td>');
    expect(table).toContain('<td class="blank" title=""></td>');
  });
});

describe("forecastChart", () => {
  const chart = forecastChart({
    label: "Purchases",
    series: ["actual", "expected"],
    points: [
      { label: "Jan", name: "January", actual: 10, expected: 8 },
      { label: "Feb", name: "February", actual: 5, expected: 6 },
      { label: "Mar", name: "March", actual: 0, expected: 5 },
      { label: "Apr", name: "April", actual: 2, expected: 4 },
    ],
    known: 2,
    boundaryText: "forecast",
    formatTick: write,
    formatValue: write,
  }).markup;

  test("draws what happened and what was expected on one scale", () => {
    expect(chart).toContain('<path class="line" d="M12.5,0L37.5,50L62.5,100L87.5,80"/>');
    expect(chart).toContain('<path class="line awaited" d="M12.5,20L37.5,40L62.5,50L87.5,60"/>');
  });

  test("marks where the forecast begins, between the last known point and the next", () => {
    expect(chart).toContain('<line class="boundary" x1="50%" x2="50%"');
    expect(chart).toContain(">forecast</text>");
  });

  test("tells both figures on hover", () => {
    expect(chart).toContain("<title>February · actual: 5 · expected: 6</title>");
  });
});

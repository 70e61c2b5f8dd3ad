import type { Mark } from "./mark.js";
import type { Plot } from "./plot.js";
import { shortened } from "./shortened.js";

const HEIGHT = 320;
const PANEL_HEIGHT = 90;
/** Pixels for the name of a place of the axis. */
const TICK_WIDTH = 60;
const NAMES_WIDTH = 160;
const ROW_HEIGHT = 22;

/** As many names as there is room for. */
export function thinned(names: readonly string[], width: number): readonly string[] {
  const step = Math.ceil((names.length * TICK_WIDTH) / width);
  return names.filter((_, at) => at % step === 0);
}

const partsOf = (marks: readonly Mark[]) => [...new Set(marks.map(({ part }) => part))];
const placesOf = (marks: readonly Mark[]) => [...new Set(marks.map(({ x }) => x))];

/** Colours with a legend where there are several parts. */
function colours(marks: readonly Mark[]) {
  const domain = partsOf(marks);
  return { legend: domain.length > 1, domain, scheme: "observable10" as const };
}

/** Columns over time, their parts on one another. */
export function drawColumns(plot: Plot, width: number, marks: readonly Mark[]) {
  const domain = placesOf(marks);
  return {
    width,
    height: HEIGHT,
    color: colours(marks),
    x: { label: null, type: "band" as const, domain, ticks: thinned(domain, width) },
    y: { label: null, grid: true },
    marks: [plot.barY(marks, { x: "x", y: "count", fill: "part", tip: true }), plot.ruleY([0])],
  };
}

/** Rows of a list, their parts beside one another, the first on top. */
export function drawRows(plot: Plot, width: number, marks: readonly Mark[]) {
  const domain = placesOf(marks);
  return {
    width,
    height: domain.length * ROW_HEIGHT + 60,
    marginLeft: NAMES_WIDTH,
    color: colours(marks),
    x: { label: null, grid: true },
    y: { label: null, type: "band" as const, domain, tickFormat: nameTick },
    marks: [plot.barX(marks, { y: "x", x: "count", fill: "part", tip: true }), plot.ruleX([0])],
  };
}

function nameTick(name: string): string {
  return shortened(name, 22);
}

/** A line for each part. */
export function drawLines(plot: Plot, width: number, marks: readonly Mark[]) {
  return {
    width,
    height: HEIGHT,
    color: colours(marks),
    ...timeAxes(),
    marks: [plot.lineY(marks, { x: "year", y: "count", stroke: "part", tip: true }), plot.ruleY([0])],
  };
}

/** Areas of the parts on one another. */
export function drawAreas(plot: Plot, width: number, marks: readonly Mark[]) {
  return {
    width,
    height: HEIGHT,
    color: colours(marks),
    ...timeAxes(),
    marks: [plot.areaY(marks, { x: "year", y: "count", fill: "part", tip: true }), plot.ruleY([0])],
  };
}

/** A small drawing of its own for each part, all to one scale. */
export function drawPanels(plot: Plot, width: number, marks: readonly Mark[]) {
  const domain = partsOf(marks);
  return {
    width,
    height: domain.length * PANEL_HEIGHT + 40,
    marginRight: NAMES_WIDTH,
    ...timeAxes(),
    fy: { label: null, domain, tickFormat: nameTick },
    marks: [
      plot.areaY(marks, {
        x: "year",
        y: "count",
        fy: "part",
        fill: "var(--accent)",
        tip: true,
      }),
      plot.ruleY([0]),
    ],
  };
}

/** Years are names, not amounts: 1990 and not 1,990. */
function timeAxes() {
  return {
    x: { label: null, tickFormat: "d" },
    y: { label: null, grid: true, ticks: 4 },
  };
}

import type { Growth } from "./growth.js";

const [WIDTH, HEIGHT, LEFT, RIGHT, EDGE] = [900, 560, 70, 330, 50];
const COLORS = ["#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#17becf"];
const TICKS = [1, 10, 100, 1_000, 10_000, 100_000];

/** A picture of latencies by the size of the data, both on logarithmic axes. */
export function growthPicture(growths: readonly Growth[], sizes: readonly number[]): string {
  const all = growths.flatMap(({ latencies }) => latencies);
  const [low, high] = [Math.log10(Math.min(...all)), Math.log10(Math.max(...all))];
  const x = (size: number) => LEFT + (Math.log(size) / Math.log(sizes.at(-1) ?? 10)) * (WIDTH - LEFT - RIGHT);
  const y = (latency: number) =>
    HEIGHT - EDGE - ((Math.log10(latency) - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const texts = spread(growths.map(({ latencies }) => y(latencies.at(-1) ?? 1)));
  const lines = growths.map(({ name, latencies }, index) => {
    const color = COLORS[index % COLORS.length];
    const points = latencies.map(
      (latency, place) => `${x(sizes[place] ?? 1).toFixed(1)},${y(latency).toFixed(1)}`,
    );
    const dashes = index < COLORS.length ? "" : ' stroke-dasharray="5 3"';
    return [
      `<polyline fill="none" stroke="${color}" stroke-width="2"${dashes} points="${points.join(" ")}"/>`,
      `<text x="${WIDTH - RIGHT + 10}" y="${texts[index]?.toFixed(1)}" fill="${color}">${name}</text>`,
    ].join("\n");
  });
  const across = sizes.map(
    (size) => `<text x="${x(size)}" y="${HEIGHT - EDGE + 20}" text-anchor="middle">× ${size}</text>`,
  );
  const up = TICKS.filter((tick) => Math.log10(tick) >= low && Math.log10(tick) <= high).map(
    (tick) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}" stroke="#ddd"/>` +
      `<text x="${LEFT - 8}" y="${y(tick) + 4}" text-anchor="end">${tick} ms</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    "<title>Median latency by the number of votes</title>",
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    ...up,
    ...across,
    ...lines,
    "</svg>\n",
  ].join("\n");
}

/** Heights of texts, moved apart so that each can be read. */
function spread(heights: readonly number[]): readonly number[] {
  const order = [...heights.keys()].sort((one, other) => (heights[one] ?? 0) - (heights[other] ?? 0));
  const places = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    last = Math.max(last + 15, heights[index] ?? 0);
    places[index] = last + 4;
  }
  return places;
}

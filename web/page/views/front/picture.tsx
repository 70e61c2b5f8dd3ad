import type { ReactNode } from "react";

/** Marks of a drawing: certain ones are solid, possible ones light, as in the views. */
const solid = { fill: "var(--accent)" };
const light = { fill: "var(--possible)" };
const line = { stroke: "currentColor", strokeOpacity: 0.4 };

/** A small drawing of what each view shows. */
const PICTURES: Readonly<Record<string, ReactNode>> = {
  sheet: [4, 14, 24, 34].map((y) => (
    <g key={y}>
      <rect x="4" y={y} width="20" height="4" fill="currentColor" fillOpacity="0.4" />
      <rect x="30" y={y} width={y % 20 ? 26 : 18} height="4" {...(y === 24 ? light : solid)} />
    </g>
  )),
  chart: [10, 14, 18, 26, 34, 36].map((height, at) => (
    <rect
      key={height}
      x={4 + at * 9}
      y={40 - height}
      width="7"
      height={height}
      {...(at < 5 ? solid : light)}
    />
  )),
  timeline: [
    [4, 30],
    [14, 20],
    [24, 34],
    [18, 40],
  ].map(([x, width], at) => (
    <g key={x}>
      <rect x={x} y={5 + at * 9} width={width} height="5" {...solid} />
      <rect x={Number(x) + Number(width)} y={5 + at * 9} width="6" height="5" {...light} />
    </g>
  )),
  map: (
    <>
      <ellipse cx="32" cy="22" rx="28" ry="18" fill="none" {...line} />
      <path d="M12 14 l10 -3 l6 6 l-6 9 l-7 -2 z" {...solid} />
      <path d="M34 10 l14 1 l6 8 l-10 5 l-10 -6 z" {...solid} />
      <path d="M36 26 l8 2 l-3 8 l-5 -3 z" {...light} />
    </>
  ),
  compare: (
    <>
      <line x1="32" y1="3" x2="32" y2="41" {...line} />
      {[5, 14, 23, 32].map((y) => (
        <g key={y}>
          <rect x="6" y={y} width="20" height="4" {...(y === 32 ? light : solid)} />
          {y !== 23 && <rect x="38" y={y} width="20" height="4" {...solid} />}
        </g>
      ))}
    </>
  ),
  network: (
    <>
      {[
        [12, 10],
        [52, 12],
        [14, 36],
        [50, 34],
      ].map(([x, y]) => (
        <g key={`${x} ${y}`}>
          <line x1="32" y1="22" x2={x} y2={y} {...line} />
          <circle cx={x} cy={y} r="4" {...solid} />
        </g>
      ))}
      <circle cx="32" cy="22" r="7" {...solid} />
    </>
  ),
};

/** The picture beside a link to a view. The text of the link says the same. */
export function Picture({ view }: { readonly view: string }) {
  return (
    <svg width="64" height="44" viewBox="0 0 64 44" aria-hidden="true">
      {PICTURES[view]}
    </svg>
  );
}

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import { type RefObject, useMemo } from "react";

/** A node of a drawing: the more ties, the larger; communities have colours. */
export interface DrawnNode {
  readonly id: string;
  readonly name: string;
  readonly degree: number;
  readonly community: number;
  readonly isCentre: boolean;
}

/** A tie of a drawing; the weight is its width. */
export interface DrawnLink {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

const [WIDTH, HEIGHT] = [960, 620];
const MARGIN = 40;
const STEPS = 240;
const COLOURS = [
  "#4269d0",
  "#efb118",
  "#ff725c",
  "#6cc5b0",
  "#3ca951",
  "#ff8ab7",
  "#a463f2",
  "#97bbf5",
  "#9c6b4e",
];
/** Names of more nodes than this would cover each other; the others show theirs when pointed at. */
const MOST_NAMES = 60;

/** A network as a picture. The layout is the same for the same network. */
export function Drawing({
  svgRef,
  label,
  nodes,
  links,
  onPick,
}: {
  readonly svgRef: RefObject<SVGSVGElement | null>;
  readonly label: string;
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  onPick(id: string): void;
}) {
  const key = JSON.stringify([nodes, links]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for both.
  const { places, most } = useMemo(() => layout(nodes, links), [key]);
  const named = new Set(
    [...nodes]
      .sort((a, b) => rank(b) - rank(a))
      .slice(0, MOST_NAMES)
      .map(({ id }) => id),
  );
  const at = (id: string) => places.get(id) ?? { x: 0, y: 0 };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the nodes of the drawing are buttons, so that it is a group.
    <svg ref={svgRef} className="network" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={label}>
      <g stroke="#8888" strokeLinecap="round">
        {links.map(({ from, to, weight }) => (
          <line
            key={`${from} ${to}`}
            x1={at(from).x}
            y1={at(from).y}
            x2={at(to).x}
            y2={at(to).y}
            strokeWidth={0.5 + (4 * weight) / most}
          />
        ))}
      </g>
      {nodes.map((node) => (
        // biome-ignore lint/a11y/useSemanticElements: a button has no place in a drawing.
        <g
          key={node.id}
          className="node"
          role="button"
          tabIndex={0}
          aria-label={node.name}
          aria-pressed={node.isCentre}
          transform={`translate(${at(node.id).x},${at(node.id).y})`}
          onClick={() => onPick(node.id)}
          onKeyDown={({ key: pressed }) => (pressed === "Enter" || pressed === " ") && onPick(node.id)}
        >
          <title>{node.name}</title>
          <circle
            r={radius(node)}
            fill={COLOURS[node.community % COLOURS.length]}
            stroke="currentColor"
            strokeWidth={node.isCentre ? 2.5 : 0.5}
          />
          {named.has(node.id) && (
            <text
              x={radius(node) + 3}
              dy="0.32em"
              fontSize={node.isCentre ? 13 : 10}
              fill="currentColor"
              fontFamily="sans-serif"
            >
              {node.name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function rank({ isCentre, degree }: DrawnNode): number {
  return isCentre ? Number.POSITIVE_INFINITY : degree;
}

function radius({ degree, isCentre }: DrawnNode): number {
  return Math.min(16, 4 + Math.sqrt(degree)) + (isCentre ? 4 : 0);
}

type Placed = SimulationNodeDatum & { readonly id: string };

function layout(nodes: readonly DrawnNode[], links: readonly DrawnLink[]) {
  const placed: Placed[] = nodes.map(({ id }) => ({ id }));
  const most = Math.max(1e-9, ...links.map(({ weight }) => weight));
  const ties = links.map(({ from, to, weight }) => ({ source: from, target: to, weight }));
  const simulation = forceSimulation(placed)
    .force(
      "link",
      forceLink<Placed, (typeof ties)[number]>(ties)
        .id(({ id }) => id)
        .distance(({ weight }) => 160 - (90 * weight) / most),
    )
    .force("charge", forceManyBody().strength(-220))
    .force("collide", forceCollide(18))
    .force("x", forceX(0).strength(0.05))
    .force("y", forceY(0).strength(0.08))
    .stop();
  simulation.tick(STEPS);
  return { most, places: fitted(placed) };
}

/** The places within the picture. */
function fitted(placed: readonly Placed[]): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const [xs, ys] = [placed.map(({ x = 0 }) => x), placed.map(({ y = 0 }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(1, Math.max(...xs) - left), Math.max(1, Math.max(...ys) - top)];
  // Names stand to the right of their nodes.
  const scale = Math.min((WIDTH - 4 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height, 2);
  const [dx, dy] = [(WIDTH - 2 * MARGIN - width * scale) / 2, (HEIGHT - height * scale) / 2];
  return new Map(
    placed.map(({ id, x = 0, y = 0 }) => [id, { x: dx + (x - left) * scale, y: dy + (y - top) * scale }]),
  );
}

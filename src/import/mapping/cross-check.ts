import type { Problem } from "../../input/problem.js";
import { propertiesOf } from "../../model/decorators.js";
import { Assertion } from "../../model/edges/assertion.js";
import { isCalendarDay } from "../../model/edtf.js";
import { nodeModelOfId } from "../../model/ids.js";
import { edgeModel, model, nodeModel } from "../../model/registry.js";
import { PropertyChecker } from "../emit/properties.js";
import { RowError } from "../values/row-error.js";
import type { EdgeSpec, NodeSpec } from "./definition.js";
import type { Mapping } from "./mapping.js";
import type { End, PropertyValue } from "./value-definition.js";

const EVIDENCE = propertiesOf(Assertion).flatMap(({ name, managed }) => (managed ? [] : [name]));

type Path = readonly PropertyKey[];

/** Checks beyond the schema: unknown names, and properties that are not in the model. */
export function crossProblems(mapping: Mapping): readonly Problem[] {
  const files = mapping.files.map(({ name }) => name);
  const problem = (path: Path, message: string): Problem => ({ at: mapping.at(path), message });
  const known = (path: Path, name: string, all: readonly string[], what: string) =>
    all.includes(name)
      ? []
      : [problem(path, `There is no ${what} "${name}". Known: ${all.join(", ") || "none"}.`)];
  const endProblems = (path: Path, end: End): readonly Problem[] => {
    if (typeof end === "string") return [];
    const own = known([...path, "lookup"], end.lookup, Object.keys(mapping.lookups), "look-up");
    return end.otherwise ? [...own, ...endProblems([...path, "otherwise"], end.otherwise)] : own;
  };
  const propertyProblems = (path: Path, names: readonly string[], allowed: readonly string[]) =>
    names.flatMap((name) => known([...path, name], name, allowed, "property"));
  /** A constant that is wrong is told once, not for each row. */
  const constantProblems = (
    path: Path,
    values: Readonly<Record<string, PropertyValue | undefined>>,
    type: ModelType,
  ): readonly Problem[] => {
    const checker = new PropertyChecker(type.cls, type.properties);
    return Object.entries(values).flatMap(([name, value]) => {
      const isKnown = type.properties.some((property) => property.name === name);
      if (!isKnown || typeof value !== "string" || value.includes("{")) return [];
      const wrong = problemOf(() => checker.value(name, value));
      return wrong === undefined ? [] : [problem([...path, name], wrong)];
    });
  };
  const lookedUp = (path: Path, properties: NodeSpec["properties"]) =>
    Object.entries(properties).flatMap(([name, value]) =>
      typeof value === "object" && value !== null && "lookup" in value
        ? endProblems([...path, name], value)
        : [],
    );
  const ofNode = (path: Path, node: NodeSpec) => [
    ...endProblems([...path, "id"], node.id),
    ...propertyProblems([...path, "properties"], Object.keys(node.properties), nodeProperties(node.type)),
    ...lookedUp([...path, "properties"], node.properties),
    ...Object.keys(node.covers).flatMap((name) =>
      known([...path, "covers", name], name, relationsOf(node.type), "relation"),
    ),
    ...propertyProblems([...path, "ifCreated"], Object.keys(node.ifCreated), nodeProperties(node.type)),
    ...lookedUp([...path, "ifCreated"], node.ifCreated),
    ...propertyProblems([...path, "evidence"], Object.keys(node.evidence), EVIDENCE),
    ...constantProblems([...path, "properties"], node.properties, nodeModel(node.type)),
    ...constantProblems([...path, "ifCreated"], node.ifCreated, nodeModel(node.type)),
    ...constantProblems([...path, "evidence"], node.evidence, model.reports),
    ...node.names.flatMap(({ text, ...own }, n) =>
      constantProblems([...path, "names", n], own, nodeModel(model.nameLabel)),
    ),
  ];
  const ofEdge = (path: Path, edge: EdgeSpec) => [
    ...endProblems([...path, "from"], edge.from),
    ...endProblems([...path, "to"], edge.to),
    ...propertyProblems([...path, "properties"], Object.keys(edge.properties), edgeProperties(edge.type)),
    ...lookedUp([...path, "properties"], edge.properties),
    ...constantProblems([...path, "properties"], edge.properties, edgeModel(edge.type)),
  ];
  const parts = (
    path: Path,
    { nodes, edges }: { readonly nodes: readonly NodeSpec[]; readonly edges: readonly EdgeSpec[] },
  ) => [
    ...nodes.flatMap((node, n) => ofNode([...path, "nodes", n], node)),
    ...edges.flatMap((edge, n) => ofEdge([...path, "edges", n], edge)),
  ];
  return [
    ...headProblems(mapping).map(([path, message]) => problem(path, message)),
    ...propertyProblems(["source"], Object.keys(mapping.source), [
      "id",
      ...nodeProperties(model.sourceLabel),
    ]),
    ...parts([], mapping),
    ...mapping.files.flatMap(({ match, bundled }, n) =>
      match.length || bundled ? [] : [problem(["files", n], "A file requires match or bundled.")],
    ),
    ...mapping.rows.flatMap((rows, n) => [
      ...known(["rows", n, "file"], rows.file, files, "file"),
      ...parts(["rows", n], rows),
      ...rows.steps.flatMap((step, k) =>
        "join" in step ? known(["rows", n, "steps", k, "join", "file"], step.join.file, files, "file") : [],
      ),
    ]),
  ];
}

/** Checks the source and `observedUntil`, unless they contain a parameter whose value is not known yet. */
export function headProblems({
  source,
  observedUntil,
}: Pick<Mapping, "source" | "observedUntil">): readonly (readonly [Path, string])[] {
  const { id } = source;
  const isOpen = (value: string) => value.includes("{$");
  const isSource = id !== undefined && (isOpen(id) || nodeModelOfId(id)?.label === model.sourceLabel);
  const isDay = observedUntil === undefined || isOpen(observedUntil) || isCalendarDay(observedUntil);
  return [
    ...(isSource
      ? []
      : [[["source"], `The source requires an id such as source:cow-igo; got "${id ?? ""}".`] as const]),
    ...(isDay
      ? []
      : [[["observedUntil"], `observedUntil: "${observedUntil}" is not a day such as 2014-12-31.`] as const]),
  ];
}

type ModelType = Pick<ReturnType<typeof nodeModel>, "cls" | "properties">;

/** Why a value is invalid; undefined if it is valid. */
function problemOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof RowError) return error.message;
    throw error;
  }
}

function relationsOf(label: string): readonly string[] {
  return nodeModel(label).edgeFields.map(({ name }) => name);
}

function nodeProperties(label: string): readonly string[] {
  return nodeModel(label).properties.flatMap(({ name, managed }) => (name === "id" || managed ? [] : [name]));
}

function edgeProperties(type: string): readonly string[] {
  return edgeModel(type).properties.flatMap(({ name, managed }) => (managed ? [] : [name]));
}

import { conditions } from "../../compile/condition.js";
import { edgePattern, matchEdge } from "../../compile/edges.js";
import { typeExpression } from "../../compile/name.js";
import { foundPage, plainKey } from "../../compile/page.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import { FULL_TEXT } from "../../model/constraints.js";
import { model } from "../../model/registry.js";
import { recordScope } from "../../plan/scope.js";
import type { Environment, Parameter, Variable } from "../../statement/environment.js";
import { constant, identifier, whereClause } from "../../statement/text.js";
import type { SearchPlan } from "./plan.js";

/** The search runs once. The page, the total and the facets are all computed from its hits. */
export function compileSearch(plan: SearchPlan, environment: Environment): string {
  return new SearchWriter(plan, environment).statement();
}

/** Maximum number of names from one index query. */
const MAX_FOUND = 1_000;
/** Maximum number of words that are searched for one by one. */
const MAX_WORDS = 8;

/** For each kind of match, the first letter of the sort key of its hits. Better matches sort first. */
const PLACES = {
  ID: "0",
  EXACT: "1",
  MORPHOLOGY: "2",
  WORDS: "3",
  TRANSLITERATION: "4",
  FUZZY: "5",
} as const;

class SearchWriter {
  constructor(
    private readonly plan: SearchPlan,
    private readonly environment: Environment,
  ) {}

  statement(): string {
    const { page, terms, x, node, columns, facets } = this.plan;
    const prelude = new Prelude(this.environment);
    const hits = prelude.add(
      "hits",
      (name) =>
        `${this.best()} RETURN collect({x: ${x}, matched: matched, match: match, place: place}) AS ${name}`,
    );
    const [matched, match, place] = [
      this.environment.variable("matched"),
      this.environment.variable("match"),
      this.environment.variable("place"),
    ];
    const found =
      `UNWIND ${hits} AS hit WITH hit.x AS ${x}, hit.matched AS ${matched}, hit.match AS ${match}, ` +
      `hit.place AS ${place} WHERE ${terms.types} IS NULL OR ${typeExpression(x)} IN ${terms.types}`;
    const column = { matched, match };
    const map = foundPage(
      page,
      {
        found,
        carried: [x, matched, match, place],
        keys: [plainKey(`${place}`), plainKey(`${x}.id`)],
        entries: (inner) => [
          ...columns.map(({ slot, column: name }) => `${identifier(slot)}: ${column[name]}`),
          ...(node ? [`node: ${nodeExpression(node, x, inner)}`] : []),
        ],
        more: facets ? [`${identifier(facets)}: ${this.facets(hits, prelude)}`] : [],
      },
      prelude,
    );
    return `${prelude.text}RETURN ${map} AS value`;
  }

  /** The number of hits for each type, regardless of the argument types. */
  private facets(hits: Variable, prelude: Prelude): Variable {
    const { x } = this.plan;
    return prelude.add(
      "facets",
      (name) =>
        `UNWIND ${hits} AS hit WITH hit.x AS ${x} WITH ${typeExpression(x)} AS type, count(*) AS count ` +
        `ORDER BY count DESC, type RETURN collect({type: type, count: count}) AS ${name}`,
    );
  }

  /** One row for each node found, with the name that matches best. */
  private best(): string {
    const { x, scope, condition } = this.plan;
    const strict = this.strict().join(" UNION ALL ");
    const wanted = [...isKnown(x, scope), ...conditions(this.environment, condition)];
    return (
      `CALL () { CALL () { ${strict} } ` +
      `RETURN collect({x: ${x}, matched: matched, match: match, place: place}) AS strict } ` +
      `CALL (strict) { UNWIND strict AS hit ` +
      `RETURN hit.x AS ${x}, hit.matched AS matched, hit.match AS match, hit.place AS place ` +
      `UNION ALL WITH strict WHERE size(strict) = 0 AND ${this.plan.terms.fuzzy} <> '' ${this.fuzzy()} } ` +
      `WITH ${x}, matched, match, place ORDER BY place, matched ` +
      `WITH ${x}, collect({matched: matched, match: match, place: place})[0] AS best${whereClause(wanted)} ` +
      `WITH ${x}, best.matched AS matched, best.match AS match, best.place AS place`
    );
  }

  private strict(): readonly string[] {
    const { terms, x } = this.plan;
    const name = this.environment.variable("name");
    return [
      `MATCH (${x}:Entity {id: ${terms.text}}) WHERE NOT ${x}:${model.nameLabel} ` +
        this.row(`${x}.name`, "ID"),
      `MATCH (${name}:${model.nameLabel} {norm: ${terms.norm}}) ${this.nodesNamed(name)} ` +
        this.row(`${name}.text`, "EXACT"),
      this.morphology(),
      this.displayNames(),
      this.words(),
      `WITH * WHERE ${terms.allLatin} <> '' ${this.index(FULL_TEXT.latin, `${terms.allLatin}`, name)} ` +
        `${this.nodesNamed(name)} ${this.row(`${name}.text`, "TRANSLITERATION", "score")}`,
    ];
  }

  private fuzzy(): string {
    const name = this.environment.variable("name");
    return (
      `${this.index(FULL_TEXT.latin, `${this.plan.terms.fuzzy}`, name)} ${this.nodesNamed(name)} ` +
      this.row(`${name}.text`, "FUZZY", "score")
    );
  }

  private morphology(): string {
    const { terms } = this.plan;
    const name = this.environment.variable("name");
    const one = (index: string, query: Parameter) =>
      `WITH * WHERE ${query} <> '' ${this.index(index, `${query}`, name)} RETURN ${name}, score`;
    return (
      `CALL () { ${one(FULL_TEXT.russian, terms.allNorm)} UNION ALL ${one(FULL_TEXT.english, terms.all)} } ` +
      `${this.nodesNamed(name)} ${this.row(`${name}.text`, "MORPHOLOGY", "score")}`
    );
  }

  /** Search also finds nodes by display name, which may be missing from their Name nodes. */
  private displayNames(): string {
    const { terms, x } = this.plan;
    return (
      `WITH * WHERE ${terms.all} <> '' AND ${terms.lang} IS NULL ` +
      `${this.index(FULL_TEXT.display, `${terms.all}`, x)} ` +
      `WITH ${x}, score, toLower(${x}.name) = toLower(${terms.text}) AS isExact ` +
      `RETURN ${x}, ${x}.name AS matched, CASE WHEN isExact THEN 'EXACT' ELSE 'MORPHOLOGY' END AS match, ` +
      `CASE WHEN isExact THEN '${PLACES.EXACT}' ELSE ${placeOf("MORPHOLOGY")} END AS place`
    );
  }

  /** Nodes whose names contain every word, but not all words in the same name. */
  private words(): string {
    const { terms, x } = this.plan;
    const name = this.environment.variable("name");
    const one = (index: string, words: Parameter) =>
      `${this.index(index, `'"' + ${words}[i] + '"'`, name)} RETURN ${name}, score`;
    return (
      `UNWIND CASE WHEN 2 <= size(${terms.words}) AND size(${terms.words}) <= ${MAX_WORDS} ` +
      `THEN range(0, size(${terms.words}) - 1) ELSE [] END AS i ` +
      `CALL (i) { ${one(FULL_TEXT.russian, terms.normWords)} UNION ALL ${one(FULL_TEXT.english, terms.words)} } ` +
      `${this.nodesNamed(name)} ` +
      `WITH ${x}, i, ${name}.text AS text, max(score) AS score ORDER BY score DESC, text ` +
      `WITH ${x}, i, collect(text)[0] AS text, max(score) AS score ORDER BY score DESC, text ` +
      `WITH ${x}, count(i) AS found, collect(text)[0] AS matched, sum(score) AS score ` +
      `WHERE found = size(${terms.words}) ${this.row("matched", "WORDS", "score")}`
    );
  }

  private index(name: string, query: string, found: Variable): string {
    return (
      `CALL db.index.fulltext.queryNodes(${constant(name)}, ${query}, {limit: ${MAX_FOUND}}) ` +
      `YIELD node AS ${found}, score`
    );
  }

  /** The nodes that have a name, in the requested language. */
  private nodesNamed(name: Variable): string {
    const { scope, terms, x } = this.plan;
    const h = this.environment.variable("h");
    const edge = { field: model.names.backward, r: h, via: name, node: x };
    const inLanguage = `(${terms.lang} IS NULL OR coalesce(${name}.lang, ${terms.lang}) = ${terms.lang})`;
    return matchEdge(edgePattern(this.environment, edge, recordScope(scope)), [inLanguage]);
  }

  private row(matched: string, match: keyof typeof PLACES, score?: string): string {
    const place = score ? placeOf(match) : `'${PLACES[match]}'`;
    return `RETURN ${this.plan.x}, ${matched} AS matched, '${match}' AS match, ${place} AS place`;
  }
}

/** The sort key for hits of one kind: better scores sort first. */
function placeOf(match: keyof typeof PLACES): string {
  return `'${PLACES[match]}' + right('00000000' + toString(toInteger(round(10000000 / (1 + score)))), 8)`;
}

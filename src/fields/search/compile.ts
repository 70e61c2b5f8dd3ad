import { conditions } from "../../compile/condition.js";
import { degreeOf } from "../../compile/edges.js";
import { typeExpression } from "../../compile/name.js";
import { namesFound, nodesNamed } from "../../compile/named.js";
import { foundPage, plainKey } from "../../compile/page.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import { FORMS } from "../../model/constraints.js";
import { model } from "../../model/registry.js";
import { countToken } from "../../names/forms.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { identifier, whereClause } from "../../statement/text.js";
import type { SearchPlan } from "./plan.js";

/** The search runs once. The page, the total and the facets are all computed from its hits. */
export function compileSearch(plan: SearchPlan, environment: Environment): string {
  return new SearchWriter(plan, environment).statement();
}

/** A name found with an error of typing has at most this many words for each word of the text. */
const MOST = 2;
/** The start of the forms of a name with one word. */
const ONE_WORD = `${countToken(1)} `;
/** Maximum number of words that are searched for one by one. */
const MAX_WORDS = 8;

/** For each kind of match, the first letter of the sort key of its hits. Better matches sort first. */
const PLACES = {
  id: "0",
  code: "1",
  whole: "2",
  wholeInAnyForm: "3",
  withCode: "4",
  oneName: "5",
  severalNames: "6",
  wholeInLatin: "7",
  oneNameInLatin: "8",
  typo: "9",
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

  /** One row for each node found, with the name that matches best. Better known nodes come first. */
  private best(): string {
    const { x, scope, condition } = this.plan;
    const wanted = [...isKnown(x, scope), ...conditions(this.environment, condition)];
    return (
      `CALL () { ${[this.byId(), this.inOneName(), this.inSeveralNames()].join(" UNION ALL ")} } ` +
      `WITH ${x}, matched, match, place ORDER BY place, matched ` +
      `WITH ${x}, collect({matched: matched, match: match, place: place})[0] AS best${whereClause(wanted)} ` +
      `WITH ${x}, best.matched AS matched, best.match AS match, ` +
      `best.place + right('0000000' + toString(9999999 - ${degreeOf(x)}), 7) AS place`
    );
  }

  private byId(): string {
    const { terms, x } = this.plan;
    return (
      `MATCH (${x}:Entity {id: ${terms.text}}) WHERE NOT ${x}:${model.nameLabel} ` +
      `RETURN ${x}, ${x}.name AS matched, 'ID' AS match, '${PLACES.id}' AS place`
    );
  }

  /** Names that contain all words. */
  private inOneName(): string {
    const { terms, x } = this.plan;
    const name = this.environment.variable("name");
    const kinds = [
      { query: terms.whole, match: "EXACT", whole: PLACES.whole, part: PLACES.whole },
      { query: terms.all, match: "MORPHOLOGY", whole: PLACES.wholeInAnyForm, part: PLACES.oneName },
      {
        query: terms.sound,
        match: "TRANSLITERATION",
        whole: PLACES.wholeInLatin,
        part: PLACES.oneNameInLatin,
      },
      { query: terms.typo, match: "FUZZY", whole: PLACES.typo, part: PLACES.typo },
    ];
    const maps = kinds.map(
      ({ query, match, whole, part }) =>
        `{query: ${query}, match: '${match}', whole: '${whole}', part: '${part}'}`,
    );
    const isWhole = `${name}.${FORMS} STARTS WITH ${terms.count}`;
    const isCode = `kind.match = 'EXACT' AND ${name}.kind IN ['CODE', 'ABBR']`;
    const place = `CASE WHEN ${isCode} THEN '${PLACES.code}' WHEN ${isWhole} THEN kind.whole ELSE kind.part END`;
    return (
      `UNWIND [${maps.join(", ")}] AS kind WITH kind WHERE kind.query <> '' ` +
      `${namesFound("kind.query", name)} ${this.nodesNamed(name, "kind")} ` +
      `WITH * WHERE kind.match <> 'FUZZY' OR ${this.isMostOf(name)} ` +
      `RETURN ${x}, matched, kind.match AS match, ${place} + ofDay AS place`
    );
  }

  /**
   * Nodes whose names contain every word, but not all words in the same name. An abbreviation among the words decides:
   * the treaty on the elimination of INF is the one that is called INF.
   */
  private inSeveralNames(): string {
    const { terms, x } = this.plan;
    const name = this.environment.variable("name");
    return (
      `UNWIND CASE WHEN size(${terms.words}) <= ${MAX_WORDS} ` +
      `THEN range(0, size(${terms.words}) - 1) ELSE [] END AS i ` +
      `${namesFound(`${terms.words}[i]`, name)} ${this.nodesNamed(name, "i")} ` +
      `WITH ${x}, i, matched, ofDay, ${name}.kind IN ['CODE', 'ABBR'] AND ${name}.${FORMS} STARTS WITH '${ONE_WORD}' AS isCode ` +
      `ORDER BY ofDay, size(matched), matched ` +
      `WITH ${x}, i, collect(matched)[0] AS matched, collect(isCode) AS codes ORDER BY i ` +
      `WITH ${x}, count(i) AS found, collect(matched)[0] AS matched, any(c IN collect(codes) WHERE true IN c) AS hasCode ` +
      `WHERE found = size(${terms.words}) ` +
      `RETURN ${x}, matched, 'WORDS' AS match, CASE WHEN hasCode THEN '${PLACES.withCode}' ` +
      `ELSE '${PLACES.severalNames}' END + '1' AS place`
    );
  }

  /** A word with an error of typing must not be one of many in a name: "Atlantis" is not the North Atlantic Treaty. */
  private isMostOf(name: Variable): string {
    return `toInteger(substring(split(${name}.${FORMS}, ' ')[0], 1)) <= ${MOST} * ${this.plan.terms.size}`;
  }

  private nodesNamed(name: Variable, carried: string): string {
    const { scope, terms, x } = this.plan;
    return nodesNamed(this.environment, { name, x, scope, lang: terms.lang, carried });
  }
}

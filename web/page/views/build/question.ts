/** One condition of a question. */
export interface Condition {
  /** A property of the type, or a relation. */
  readonly field: string;
  /** An operator of its filter; for a relation: some, none, exists or not. */
  readonly how: string;
  readonly value: string;
}

/** A question: a type, conditions that must all hold, and columns. */
export interface Question {
  readonly type: string;
  readonly conditions: readonly Condition[];
  readonly columns: readonly string[];
  /** True if a date that only may satisfy a condition does not. */
  readonly isCertain: boolean;
}

/** The lists that can be asked, by the node type. */
export const LISTS = {
  Treaty: "treaties",
  State: "states",
  Organization: "organizations",
  Person: "persons",
  Meeting: "meetings",
  Statement: "statements",
  Document: "documents",
} as const satisfies Readonly<Record<string, string>>;

export type ListedType = keyof typeof LISTS;

export function isListed(type: string | undefined): type is ListedType {
  return type !== undefined && Object.hasOwn(LISTS, type);
}

/** Kinds of conditions by the filter of a field. */
export type FilterKind = "relation" | "date" | "text" | "number" | "flag" | "code";

/** What a filter compares; undefined for one that this view does not offer. */
export function filterKind(filter: string | null | undefined): FilterKind | undefined {
  if (!filter) return undefined;
  if (filter.endsWith("Relation")) return "relation";
  const known = {
    DateFilter: "date",
    TextFilter: "text",
    IdFilter: "text",
    IntFilter: "number",
    FlagFilter: "flag",
  } as const;
  if (Object.hasOwn(known, filter)) return known[filter as keyof typeof known];
  return filter.endsWith("Filter") && !["InstantFilter", "SpellsFilter", "ListFilter"].includes(filter)
    ? "code"
    : undefined;
}

/** The operators of each kind. */
export const OPERATORS: Readonly<Record<FilterKind, readonly string[]>> = {
  relation: ["some", "none", "exists", "missing"],
  date: ["eq", "lt", "gt", "isNull"],
  text: ["contains", "eq", "startsWith", "isNull"],
  number: ["eq", "lt", "gt"],
  flag: ["eq"],
  code: ["eq", "ne", "isNull", "isSet"],
};

/** Operators without a value. */
export const WITHOUT_VALUE: ReadonlySet<string> = new Set(["isNull", "isSet", "exists", "missing"]);

/** What a type offers: the filter of each field, and which of the fields are relations. */
export interface Offer {
  readonly filters: ReadonlyMap<string, string>;
  readonly relations: ReadonlySet<string>;
}

/** A question about a type that can be listed. */
export type Asked = Question & { readonly type: ListedType };

/** What the header of the page says for all views. */
export interface Given {
  readonly asOf: string | null;
  readonly sources: readonly string[] | null;
  readonly lang: string;
}

/** Fields that every row has. */
export const ALWAYS_SHOWN: ReadonlySet<string> = new Set(["id", "name"]);

/** The query of a question: fields that the type does not offer are left out, relations are counted. */
export function queryOf(question: Asked, offer: Offer, given: Given): string {
  const { filters, relations } = offer;
  const offered = [...new Set(question.columns)].filter(
    (name) => filters.has(name) && !ALWAYS_SHOWN.has(name),
  );
  const selected = offered.map((name) => (relations.has(name) ? `${name} { totalCount }` : name));
  const fields = ["id", `name(lang: ${JSON.stringify(given.lang)})`, ...selected].join("\n      ");
  const list = listOf(question, offer, given);
  return `query Question {\n  ${list} {\n    totalCount\n    nodes {\n      ${fields}\n    }\n  }\n}`;
}

/** The list of a question with its arguments: `treaties(asOf: "2019-02-02")`. */
export function listOf(question: Asked, { filters }: Offer, { asOf, sources }: Given): string {
  const { type, conditions, isCertain } = question;
  const parts = conditions.flatMap((condition) => conditionText(condition, filters.get(condition.field)));
  const args = [
    ...(asOf === null ? [] : [`asOf: ${JSON.stringify(asOf)}`]),
    ...(sources === null ? [] : [`sources: ${JSON.stringify(sources)}`]),
    ...(isCertain ? ["certainty: CERTAIN"] : []),
    ...(parts.length ? [`where: {and: [${parts.join(", ")}]}`] : []),
  ];
  return LISTS[type] + (args.length ? `(${args.join(", ")})` : "");
}

function conditionText({ field, how, value }: Condition, filter: string | undefined): readonly string[] {
  const kind = filterKind(filter);
  if (!kind || (value === "" && !WITHOUT_VALUE.has(how))) return [];
  if (how === "isNull" || how === "isSet") return [`{${field}: {isNull: ${how === "isNull"}}}`];
  if (how === "exists" || how === "missing") return [`{${field}: {exists: ${how === "exists"}}}`];
  if (kind === "relation") return [`{${field}: {${how}: {node: {id: {eq: ${JSON.stringify(value)}}}}}}`];
  const isWord = kind === "code" || kind === "flag" || kind === "number";
  return [`{${field}: {${how}: ${isWord ? value.replace(/[^\w.-]/g, "") : JSON.stringify(value)}}}`];
}

/** A question as parameters of the address. */
export function questionText({ conditions, columns, isCertain }: Question): Readonly<Record<string, string>> {
  return {
    where: JSON.stringify(conditions.map(({ field, how, value }) => [field, how, value])),
    columns: columns.join(","),
    certain: isCertain ? "1" : "",
  };
}

/** The question that an address has; what cannot be read is left out. */
export function questionOf(type: string, params: Readonly<Record<string, string | undefined>>): Question {
  return {
    type,
    conditions: conditionsOf(params.where),
    columns: (params.columns ?? "").split(",").filter(Boolean),
    isCertain: params.certain === "1",
  };
}

function conditionsOf(text: string | undefined): readonly Condition[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(list)) return [];
    return list.flatMap((item: unknown) => {
      if (!Array.isArray(item)) return [];
      const [field, how, value] = item.map(String);
      return field && how ? [{ field, how, value: value ?? "" }] : [];
    });
  } catch {
    return [];
  }
}

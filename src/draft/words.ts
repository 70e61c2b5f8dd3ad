/** A word of the field, and the code that it stands for. */
export type Words = readonly (readonly [pattern: RegExp, code: string])[];

/** Nouns for meetings. */
export const MEETINGS: Words = [
  [/саммит\p{L}*|\bsummit\b/iu, "SUMMIT"],
  [/конференци\p{L}+|\bconference\b/iu, "CONFERENCE"],
  [/переговор\p{L}*|\b(?:talks|negotiations|round of negotiations)\b/iu, "NEGOTIATION"],
  [/заседани\p{L}+|сесси\p{L}+|встреч\p{L}+|\b(?:session|meeting|ministerial)\b/iu, "SESSION"],
];

/** Verbs that say that a meeting took place. */
export const WAS_HELD =
  /прош[ёе]?л\p{L}*|состоял\p{L}+|провел\p{L}*|открыл\p{L}+|\b(?:held|met|convened|took place|was opened|gathered)\b/iu;

/** Verbs that say that somebody was there. */
export const TOOK_PART =
  /принял\p{L}*\s+участие|участвовал\p{L}*|присутствовал\p{L}*|\b(?:took part|participated|attended|was present|were present)\b/iu;

/** Words before the name of a person that is an official of the organization. */
export const OFFICIAL = /генеральн\p{L}+\s+секретар\p{L}+|генсек\p{L}*|secretary[- ]general/iu;

/** Verbs by which a meeting adopts a text. */
export const ADOPTS: Words = [
  [/подписа[лн]\p{L}*|\bsigned\b/iu, "SIGNED"],
  [/утверд(?:ил|ен)\p{L}*|\bapproved\b/iu, "APPROVED"],
  [/согласова[лн]\p{L}*|\bagreed(?: on)?\b/iu, "AGREED"],
  [/одобр(?:ил|ен)\p{L}*|\bendorsed\b/iu, "ENDORSED"],
  [
    /выступил\p{L}*\s+с(?=\s+(?:\p{L}+\s+)?заявлени)|опубликова[лн]\p{L}*|\b(?:issued|released|published)\b/iu,
    "ISSUED",
  ],
  [/прин[ия](?:л|т)\p{L}*(?!\s+(?:участие|к\s+сведению))|\badopted\b/iu, "ADOPTED"],
];

/** Verbs by which a meeting looks at an item. */
export const CONSIDERS: Words = [
  [/принял\p{L}*\s+к\s+сведению|\b(?:took note of|noted)\b/iu, "NOTED"],
  [/отложил\p{L}*|\b(?:deferred|postponed)\b/iu, "DEFERRED"],
  [/отклонил\p{L}*|\brejected\b/iu, "REJECTED"],
  [/обсуди(?:л|ли)|обсужд(?:ал|ен)\p{L}*|\bdiscussed\b/iu, "DISCUSSED"],
  [/пункт\p{L}*\s+повестки|\b(?:agenda items?|items? on the agenda)\b/iu, "DISCUSSED"],
  [/рассмотре(?:л|н)\p{L}*|рассматрива\p{L}+|\b(?:considered|examined|reviewed)\b/iu, "CONSIDERED"],
];

/** What is new in a text, by its first noun: node type and kind. */
export const TEXTS: readonly (readonly [pattern: RegExp, label: string, kind: string])[] = [
  [/^(?:совместн\p{L}+\s+)?коммюнике|^(?:joint\s+)?communiqu[eé]/iu, "Statement", "COMMUNIQUE"],
  [/^(?:совместн\p{L}+\s+)?декларац\p{L}+|^(?:joint\s+)?declaration/iu, "Statement", "DECLARATION"],
  [/^совместн\p{L}+\s+заявлени\p{L}+|^joint\s+statement/iu, "Statement", "JOINT_STATEMENT"],
  [/^заявлени\p{L}+|^statement/iu, "Statement", ""],
  [/^(?:\p{L}+\s+)?план\p{L}*(?=\s|$)|^(?:action\s+)?plan\b/iu, "Document", "PLAN"],
  [/^дорожн\p{L}+\s+карт\p{L}+|^road\s?map/iu, "Document", "ROADMAP"],
  [/^переч(?:ень|н\p{L}+)|^list of topics/iu, "Document", "TOPIC_LIST"],
  [/^решени\p{L}+|^decision/iu, "Document", "DECISION"],
  [/^резолюци\p{L}+|^resolution/iu, "Document", "RESOLUTION"],
  [/^(?:коллективн\p{L}+\s+)?указани\p{L}+|^(?:collective\s+)?instructions/iu, "Document", "INSTRUCTIONS"],
];

/** A text that is only a draft. */
export const DRAFT = /^(?:проект\p{L}*|draft)\s+/iu;

/** Articles and the like between a verb and the text. */
export const FILLERS = /^(?:,|\s|также|ещё|еще|an?\b|the\b|its\b|their\b|new\b|новы\p{L}+|also\b)+/iu;

/** Where the words for a text end: the rest of the sentence says more of it. */
export const TEXT_END =
  /[.;:!?](?=\s|$)|,\s+(?:в\s+том\s+числе|включая|а\s+также|котор\p{L}+|including|which|and\s+also)(?=[\s.,]|$)/iu;

/** What a text says of its subject. */
export const STANCES: readonly {
  readonly pattern: RegExp;
  readonly stance: string;
  readonly aspect?: string;
}[] = [
  {
    pattern: /наруша\p{L}+|нарушени\p{L}+|\b(?:violat\p{L}+|breach\p{L}*|non-compliance)/iu,
    stance: "CRITICIZES",
    aspect: "ALLEGED_BREACH",
  },
  {
    pattern:
      /осуди\p{L}+|осужда\p{L}+|раскритик\p{L}+|\b(?:condemn\p{L}*|deplor\p{L}*|criticiz\p{L}*|criticis\p{L}*)/iu,
    stance: "CRITICIZES",
  },
  {
    pattern:
      /подтвердил\p{L}*\s+(?:\p{L}+\s+)?(?:ценность|значение|важность)|\breaffirm\p{L}*\s+(?:the\s+)?(?:\p{L}+\s+)?(?:value|importance)/iu,
    stance: "SUPPORTS",
    aspect: "VALUE",
  },
  {
    pattern:
      /выразил\p{L}*\s+поддержку|поддержал\p{L}*|приветств\p{L}+|приверженност\p{L}+|\b(?:support(?:ed|s)?|welcom(?:ed|es)|commitment|expressed support)\b/iu,
    stance: "SUPPORTS",
  },
];

/** Words of an agenda that call an item a key one. */
export const KEY_ITEM = /ключев\p{L}+\s+(?:\p{L}+\s+)?(?:пункт|тем|вопрос)|\bkey (?:agenda )?items?\b/iu;

/** The part of a title that says what the text is about: «по ситуации вокруг …», up to «, по которым …». */
export const ABOUT =
  /(?<=^|\s)(?:по|о|об|вокруг|on|about|around|concerning|regarding)\s(?!\s*(?:котор|which|that))(?:(?!,\s+(?:\p{L}{1,4}\s+)?(?:котор|which|that)).)*/iu;

/** A treaty that was named before: «Договор», "the Treaty". */
export const SAME_TREATY =
  /(?:^|[\s«(])(?:Договор|Соглашени|Конвенци|Пакт)\p{L}{0,2}(?=[\s,.;)»]|$)|\bthe (?:Treaty|Agreement|Convention|Pact)\b/u;

/** Acts of states concerning treaties. */
export const ACTS: Words = [
  [/вышл?\p{L}*\s+из|выход\p{L}*\s+из|\b(?:withdrew|withdraws|withdrawn|withdrawal) from\b/iu, "WITHDRAWAL"],
  [/ратифициров\p{L}+|\bratif(?:ied|ies)\b/iu, "RATIFICATION"],
  [/присоедин\p{L}+\s+к|\b(?:acceded|accession) to\b/iu, "ACCESSION"],
  [/приостанов\p{L}+|\bsuspend(?:ed|s)\b/iu, "SUSPENSION"],
];

/** Signing of a treaty that is known. */
export const SIGNS = /подписа[лн]\p{L}*|\bsign(?:ed|s)\b/iu;

/** A word that stands for a code, and where it stands in a text. */
export interface Place {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** Everywhere that a pattern fits. */
export function placesOf(pattern: RegExp, text: string): readonly Omit<Place, "code">[] {
  const found = text.matchAll(new RegExp(pattern, `${pattern.flags}g`));
  return [...found].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}

/** The words of a list in a text, in their order. */
export function wordsIn(text: string, words: Words): readonly Place[] {
  return words
    .flatMap(([pattern, code]) => placesOf(pattern, text).map((place) => ({ code, ...place })))
    .sort((one, other) => one.start - other.start);
}

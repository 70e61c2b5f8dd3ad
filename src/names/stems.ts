/** A stem has at least this many letters. */
const MIN_STEM = 3;

/** Endings of Russian nouns, adjectives and surnames in all cases, longest first. */
const RUSSIAN_ENDINGS = (
  "ями ами ого его ому ему ыми ими ую юю ая яя ое ее ые ие ый ий ой ей ых их ым им ом ем ев ов " +
  "ах ях ам ям ью ье ья а я о е ы и у ю ь й"
).split(" ");

/** Endings of words of Russian that make an adjective of a place, for example «пражский» of «Прага». */
const OF_PLACE = ["инск", "енск", "ск"];

const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const LATIN = /^[a-z]+$/;
/** A vowel that is lost in other cases: «Египет», «Египта». */
const FLEETING = /[еоё](?=[бвгджзклмнпрстфхцчшщ]$)/u;

/** British spellings and the American ones, in the order of replacement. */
const AMERICAN: readonly (readonly [pattern: RegExp, as: string])[] = [
  [/is(e[ds]?|ing|ations?|ers?)$/, "iz$1"],
  [/^defence/, "defense"],
  [/^offence/, "offense"],
  [/^programmes?$/, "program"],
  [/^centre/, "center"],
  [/(?<=..[bdlvn])our/, "or"],
];

/**
 * The possible stems of a word, including the word itself. Two words with a stem in common are taken to be forms of the
 * same word. The word may be in any case and number.
 */
export function stemsOf(word: string): readonly string[] {
  if (CYRILLIC.test(word)) return [...new Set([word, ...russianStems(word)])];
  if (LATIN.test(word)) return [...new Set([word, ...englishStems(word)])];
  return [word];
}

/** Like stemsOf, with the stems of other words of the same root, for a word that is stored. */
export function storedStems(word: string): readonly string[] {
  const stems = stemsOf(word);
  if (!CYRILLIC.test(word) || word.length < 5) return stems;
  return [...new Set([...stems, ...(FLEETING.test(word) ? [word.replace(FLEETING, "")] : [])])];
}

/** The stems of the place that an adjective can be made of: «пелиндаб» for «пелиндабский». */
export function placeStems(word: string): readonly string[] {
  if (!CYRILLIC.test(word)) return [];
  return russianStems(word).flatMap((stem) =>
    OF_PLACE.flatMap((ending) => {
      const place = stem.endsWith(ending) ? stem.slice(0, -ending.length) : "";
      if (place.length < MIN_STEM) return [];
      return place.endsWith("ж") ? [place, `${place.slice(0, -1)}г`] : [place];
    }),
  );
}

function russianStems(word: string): readonly string[] {
  return RUSSIAN_ENDINGS.flatMap((ending) => {
    const isEnding = word.endsWith(ending) && word.length - ending.length >= MIN_STEM;
    return isEnding ? [word.slice(0, -ending.length)] : [];
  });
}

function englishStems(word: string): readonly string[] {
  const american = AMERICAN.reduce((text, [pattern, as]) => text.replace(pattern, as), word);
  return [american, ...singulars(american)];
}

function singulars(word: string): readonly string[] {
  if (word.length <= MIN_STEM || !word.endsWith("s") || word.endsWith("ss")) return [];
  return [
    word.slice(0, -1),
    ...(word.endsWith("ies") ? [`${word.slice(0, -3)}y`] : []),
    ...(word.endsWith("es") ? [word.slice(0, -2)] : []),
  ];
}

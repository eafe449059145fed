import { DomainError } from './errors.ts';

const longestQuery = 200;
const mostTerms = 10;
/** Shorter beginnings would match nearly everything. */
const shortestBeginning = 3;

const spellings = [
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
] as const;

/**
 * The words of a text as they are compared: without case, accents and other marks, `œ` as `oe`. Whatever is neither a letter nor
 * a digit separates: `L’élève` is `l` and `eleve`, `c++` is `c`.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const spelled = spellings.reduce((all, [short, long]) => all.replaceAll(short, long), plain);
  return spelled.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** The same as a text in which a word is found between spaces. */
export const wordsText = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** What must be found, or must not: a word, or several one after another. */
export interface SearchTerm {
  readonly words: readonly string[];
  /** The last word is the beginning of one. */
  readonly isBeginning: boolean;
  readonly isExcluded: boolean;
}

/**
 * Reads what somebody asks for: words, `"…"` for words one after another, `-word` for what must not be there, `word*` for a
 * beginning of three letters or more. What is no word asks for nothing. Errors: SEARCH_QUERY_INVALID beyond 200 characters
 * or 10 terms.
 */
export function parseSearch(query: string): readonly SearchTerm[] {
  if ([...query].length > longestQuery) throw new DomainError('SEARCH_QUERY_INVALID', { mostCharacters: longestQuery });
  const terms = [...query.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/gu)].flatMap(([, minus, phrase, plain = '']) => {
    const text = phrase ?? plain.replaceAll('"', ' ');
    const words = wordsOf(text);
    const last = words.at(-1);
    if (last === undefined) return [];
    const isBeginning = phrase === undefined && text.endsWith('*') && last.length >= shortestBeginning;
    return [{ words, isBeginning, isExcluded: minus === '-' }];
  });
  if (terms.length > mostTerms) throw new DomainError('SEARCH_QUERY_INVALID', { mostTerms });
  return terms;
}

/** The pattern of LIKE of a term, for a text that `wordsText` made: letters and digits only, nothing to escape. */
export const termPattern = ({ words, isBeginning }: SearchTerm): string =>
  `% ${words.join(' ')}${isBeginning ? '%' : ' %'}`;

const timesIn = (words: string, sought: string): number => {
  let times = 0;
  for (let at = words.indexOf(sought); at !== -1; at = words.indexOf(sought, at + 1)) times += 1;
  return times;
};

/** In a text of so many letters, a word that comes once counts for a third; in a short one for half. */
const longText = 1_000;

/**
 * How well a text that `wordsText` made answers: each term counts up to 1,000, more for each time that it comes, less in a longer
 * text. A whole number, and arithmetic of ours: the databases would not agree.
 */
export function relevanceOf(words: string, terms: readonly SearchTerm[]): number {
  const scores = terms
    .filter(({ isExcluded }) => !isExcluded)
    .map(({ words: sought, isBeginning }) => timesIn(words, ` ${sought.join(' ')}${isBeginning ? '' : ' '}`))
    .map((times) => Math.round((1_000 * times) / (times + 1 + words.length / longText)));
  return scores.reduce((sum, score) => sum + score, 0);
}

export interface TextPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Characters before the first match, and in all. */
const lead = 60;
const length = 240;

/** The part of a text around the first word that was sought, cut into what matches and what does not. */
export function fragmentOf(text: string, terms: readonly SearchTerm[]): readonly TextPart[] {
  const sought = terms.filter(({ isExcluded }) => !isExcluded);
  const plain = new Set(sought.flatMap(({ words, isBeginning }) => (isBeginning ? words.slice(0, -1) : words)));
  const beginnings = sought.flatMap(({ words, isBeginning }) => (isBeginning ? [words.at(-1) as string] : []));
  const isSought = (word: string) => plain.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
  const matches = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter(([word]) => wordsOf(word).some(isSought));
  const first = matches[0]?.index ?? 0;
  const start = first <= lead ? 0 : text.lastIndexOf(' ', first - lead) + 1;
  const end = Math.min(text.length, start + length);
  const parts: TextPart[] = [];
  let at = start;
  const add = (to: number, isMatch: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), isMatch });
    at = Math.max(at, to);
  };
  for (const { 0: word, index } of matches) {
    if (index + word.length > end) break;
    add(index, false);
    add(index + word.length, true);
  }
  add(end, false);
  return parts;
}

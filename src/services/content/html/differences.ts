import type { DifferenceKind } from '../../kernel/text-differences.ts';
import { textOf } from './text-of.ts';

/** A block of a text: in both versions, only before, or only after. */
export interface TextDifference {
  readonly kind: DifferenceKind;
  readonly text: string;
}

/** The words of a text by paragraphs, headings, items and cells. */
export const blocksOf = (html: string): string[] =>
  html
    .split(/(?=<(?:h[234]|p|li|dt|dd|tr|pre|blockquote|figure)>)/)
    .map(textOf)
    .filter((text) => text !== '');

/** Above so many cells of the table, what lies between the common ends counts as replaced as a whole. */
const mostCells = 1_000_000;

/** What was taken out and put in, in order, by the longest common subsequence. */
export function differencesOf(before: readonly string[], after: readonly string[]): TextDifference[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const same = (text: string): TextDifference => ({ kind: 'SAME', text });
  return [
    ...before.slice(0, start).map(same),
    ...between(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

function between(before: readonly string[], after: readonly string[]): TextDifference[] {
  if (before.length * after.length > mostCells) return replaced(before, after);
  const lengths = commonLengths(before, after);
  const found: TextDifference[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [old, fresh] = [before[i] as string, after[j] as string];
    const kind = old === fresh ? 'SAME' : dropped(lengths, i, j);
    found.push({ kind, text: kind === 'ADDED' ? fresh : old });
    if (kind !== 'ADDED') i += 1;
    if (kind !== 'REMOVED') j += 1;
  }
  return [...found, ...replaced(before.slice(i), after.slice(j))];
}

/** Taking out what stands before leaves as much in common as leaving it would. */
const dropped = (lengths: (i: number, j: number) => number, i: number, j: number): 'REMOVED' | 'ADDED' =>
  lengths(i + 1, j) >= lengths(i, j + 1) ? 'REMOVED' : 'ADDED';

const replaced = (before: readonly string[], after: readonly string[]): TextDifference[] => [
  ...before.map((text): TextDifference => ({ kind: 'REMOVED', text })),
  ...after.map((text): TextDifference => ({ kind: 'ADDED', text })),
];

/** How long the common subsequence of what follows two places is. */
function commonLengths(before: readonly string[], after: readonly string[]): (i: number, j: number) => number {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      table[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

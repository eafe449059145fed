import { variables } from './config.ts';

export interface MisspelledVariable {
  readonly name: string;
  /** The variable that was probably meant. */
  readonly known: string;
}

/** Variables of systems and tools that resemble ours by chance. */
const others: ReadonlySet<string> = new Set(['HOME', 'HOSTNAME', 'HOSTTYPE', 'NODE_PATH', 'LOGNAME']);

/** Unknown names in the environment that resemble one of ours: `CORS_ORIGIN`, `Smtp_Url`, `STRIPE_KEY`. */
export function misspelledVariables(environment: Readonly<Record<string, string | undefined>>): MisspelledVariable[] {
  const known = Object.keys(variables.shape);
  return Object.keys(environment)
    .filter((name) => environment[name] !== undefined && !known.includes(name) && !others.has(name))
    .flatMap((name) => {
      const meant = known.find((candidate) => isLike(name.toUpperCase(), candidate));
      return meant === undefined ? [] : [{ name, known: meant }];
    });
}

function isLike(name: string, known: string): boolean {
  // One slip in a short name, two in a long one: short names are alike by chance.
  const slips = known.length < 8 ? 1 : 2;
  return editDistance(name, known) <= slips || isShortened(name, known);
}

/** `STRIPE_KEY` for `STRIPE_SECRET_KEY`: the same words with some left out, but not the first or the last. */
function isShortened(name: string, known: string): boolean {
  const [own, whole] = [name.split('_'), known.split('_')];
  if (own.length < 2 || own.length >= whole.length || own[0] !== whole[0] || own.at(-1) !== whole.at(-1)) return false;
  return own.every((word) => whole.includes(word));
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (Damerau and Levenshtein, optimal string alignment). */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  const isSwap = (i: number, j: number): boolean => i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  const cost = (i: number, j: number): number =>
    Math.min(
      at(i - 1, j) + 1,
      at(i, j - 1) + 1,
      at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
      isSwap(i, j) ? at(i - 2, j - 2) + 1 : Infinity,
    );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) (rows[i] as number[])[j] = cost(i, j);
  }
  return at(a.length, b.length);
}

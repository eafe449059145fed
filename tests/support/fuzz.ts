/**
 * What fuzzers share: inputs from a seed, so that what failed fails again. `FUZZ_SEED` is another seed, `STORM=full` a long run.
 */
export const isFull = process.env['STORM'] === 'full';
export const seed = Number(process.env['FUZZ_SEED'] ?? (isFull ? Date.now() % 2 ** 31 : 8));

/** How long one test may take, in milliseconds. */
export const longest = isFull || process.env['FUZZ_ROUNDS'] !== undefined ? 4 * 3_600_000 : 120_000;

/** How many inputs are tried: a few seconds' worth, or hours' worth. */
export const rounds = (small: number): number =>
  Number(process.env['FUZZ_ROUNDS'] ?? (isFull ? small * 200 : Math.ceil(small / 2)));

/** Mulberry32, by Tommy Ettinger: small, and good enough to choose with. */
export class Dice {
  #state: number;

  constructor(start: number) {
    this.#state = start >>> 0;
  }

  /** 0 to below `below`. */
  under(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.under(choices.length)] as T;
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.under(times) === 0;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.under(256)));
  }
}

/** What breaks parsers: ends, signs, numbers at their edges, names of prototypes, letters that are not. */
const nasty: readonly Buffer[] = [
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\r\n\r\n',
  '"',
  '\\',
  '\\"',
  "'",
  ':',
  ';',
  '=',
  ',',
  '-',
  '--',
  '%',
  '%00',
  '%ff',
  '%2e%2e%2f',
  '..',
  '../',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '$',
  '@',
  '#',
  '&',
  '?',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'null',
  'true',
  '-1',
  '0',
  '1e400',
  '-0',
  '9007199254740993',
  '4294967296',
  '\\u0000',
  '\\ud800',
  '\ufeff',
  '\u202e',
  'é',
  '💥',
]
  .map((text) => Buffer.from(text))
  .concat([
    Buffer.from([0xff]),
    Buffer.from([0xc3]),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from([0xf8, 0x88]),
    Buffer.from([0, 0, 0, 0]),
    Buffer.from([0xff, 0xff, 0xff, 0xff]),
  ]);

const splice = (
  bytes: Buffer,
  at: number,
  { remove = 0, insert = Buffer.alloc(0) }: { remove?: number; insert?: Buffer },
): Buffer => Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);

type Change = (bytes: Buffer, dice: Dice) => Buffer;

const changes: readonly Change[] = [
  (bytes, dice) => splice(bytes, dice.under(bytes.length), { remove: 1, insert: Buffer.from([dice.under(256)]) }),
  (bytes, dice) => splice(bytes, dice.under(bytes.length + 1), { insert: dice.of(nasty) }),
  (bytes, dice) => splice(bytes, dice.under(bytes.length + 1), { insert: dice.of(nasty), remove: dice.under(8) }),
  (bytes, dice) => splice(bytes, dice.under(bytes.length + 1), { remove: 1 + dice.under(16) }),
  (bytes, dice) => splice(bytes, dice.under(bytes.length + 1), { insert: dice.bytes(dice.under(32)) }),
  (bytes, dice) => bytes.subarray(0, dice.under(bytes.length + 1)),
  (bytes, dice) => {
    const from = dice.under(bytes.length + 1);
    return splice(bytes, dice.under(bytes.length + 1), { insert: bytes.subarray(from, from + dice.under(200)) });
  },
  (bytes, dice) =>
    splice(bytes, dice.under(bytes.length + 1), {
      insert: Buffer.alloc(dice.under(dice.oneIn(20) ? 20_000 : 100), dice.of(nasty)),
    }),
];

/** An input that was right, changed in a few places. */
export function changed(input: Buffer | string, dice: Dice): Buffer {
  let bytes = Buffer.from(input) as Buffer;
  for (let times = 1 + dice.under(4); times > 0; times -= 1) bytes = dice.of(changes)(bytes, dice);
  return bytes;
}

/** A value of JSON in a shape that nobody asked for. */
export function oddValue(dice: Dice, depth = 0): unknown {
  const flat = [
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53,
    '',
    'x',
    '\0',
    '\ud800',
    '__proto__',
    'x'.repeat(3_000),
    '2027-02-30T00:00:00Z',
    'a@b',
  ];
  if (depth > 3 || !dice.oneIn(3)) return dice.of(flat);
  const some = Array.from({ length: dice.under(4) }, () => oddValue(dice, depth + 1));
  return dice.oneIn(2)
    ? some
    : Object.fromEntries(
        some.map((value, i) => [
          dice.of(['a', 'id', 'type', 'payload', 'query', 'input', '__proto__', 'constructor', 'then', `x${i}`]),
          value,
        ]),
      );
}

/** What failed, so that it can be tried again. */
export const shown = (bytes: Buffer): string => JSON.stringify(bytes.subarray(0, 2_000).toString('latin1'));

import { describe, expect, test } from '@jest/globals';
import { SefError } from '../../../src/services/vault/format/sef-error.ts';
import { dek, ids, kekId, material, plaintext, sealed, unseal } from './published.ts';

const CHUNK = 4_096;
const SEALED_CHUNK = CHUNK + 16;
const plain = plaintext(10_000);
const file = await sealed(plain, material(12));

/** Refused with a code of the format, after nothing but whole verified chunks. */
async function codeOf(mutant: Uint8Array, expected = { ids, dek }, truth = plain): Promise<string> {
  const { released, error } = await unseal(mutant, expected);
  if (!(error instanceof SefError)) return error === undefined ? 'ACCEPTED' : `UNEXPECTED ${String(error)}`;
  const isWhole = released.length % CHUNK === 0 && released.equals(truth.subarray(0, released.length));
  return isWhole ? error.code : 'RELEASED UNVERIFIED BYTES';
}

async function tally(mutants: Iterable<Uint8Array>): Promise<Record<string, number>> {
  const codes: Record<string, number> = {};
  for (const mutant of mutants) {
    const code = await codeOf(mutant);
    codes[code] = (codes[code] ?? 0) + 1;
  }
  return codes;
}

function* flips(from: number, to: number): Generator<Buffer> {
  for (let bit = from; bit < to; bit++) {
    const mutant = Buffer.from(file);
    mutant[bit >> 3] = (mutant[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield mutant;
  }
}

function* flipPerByte(): Generator<Buffer> {
  for (let at = 128; at < file.length; at++) {
    const mutant = Buffer.from(file);
    mutant[at] = (mutant[at] ?? 0) ^ (1 << (at % 8));
    yield mutant;
  }
}

function* truncations(): Generator<Buffer> {
  for (let length = 0; length < file.length; length++) yield file.subarray(0, length);
}

const chunk = (index: number, of = file): Buffer =>
  of.subarray(128 + index * SEALED_CHUNK, 128 + (index + 1) * SEALED_CHUNK);
const built = (...chunks: Buffer[]): Buffer => Buffer.concat([file.subarray(0, 128), ...chunks]);

describe('an altered sealed file', () => {
  test('is refused for every bit of its header', async () => {
    expect(await tally(flips(0, 128 * 8))).toEqual({
      BAD_MAGIC: 64,
      BAD_VERSION: 8,
      BAD_SUITE: 8,
      BAD_CHUNK: 6,
      BAD_FLAGS: 40,
      WRONG_CONTEXT: 384,
      COMMITMENT: 514,
    });
  });

  test('is refused for a bit in every byte of its body', async () => {
    expect(await tally(flipPerByte())).toEqual({ CHUNK_AUTH: file.length - 128 });
  });

  test('is refused when cut anywhere', async () => {
    const codes = await tally(truncations());
    expect(codes).toEqual({ TRUNCATED_HEADER: 128, TRUNCATED: 16, MALFORMED: 32, CHUNK_AUTH: file.length - 176 });
  });

  test('is refused when bytes were added', async () => {
    const added = [1, 15, 16, 17, SEALED_CHUNK].map((length) => Buffer.concat([file, Buffer.alloc(length)]));
    expect(await tally(added)).toEqual({ CHUNK_AUTH: added.length });
  });

  test('is refused when chunks were reordered, dropped, duplicated or spliced from another sealing', async () => {
    const other = await sealed(plain, material(12, { salt: Buffer.alloc(32, 7) }));
    const [a, b, c] = [chunk(0), chunk(1), chunk(2)];
    const mutants = [
      built(b, a, c),
      built(a, c),
      built(b, c),
      built(a, b),
      built(a),
      built(c),
      built(a, a, b, c),
      built(a, b, b, c),
      built(a, b, c, c),
      built(chunk(0, other), b, c),
      built(a, chunk(1, other), c),
      built(a, b, chunk(2, other)),
      Buffer.concat([other.subarray(0, 128), file.subarray(128)]),
    ];
    expect(await tally(mutants)).toEqual({ CHUNK_AUTH: mutants.length });
  });

  test('is refused as another file, version or data key, or under another key', async () => {
    for (const name of ['fileId', 'versionId', 'dekId'] as const) {
      expect(await codeOf(file, { ids: { ...ids, [name]: kekId }, dek })).toBe('WRONG_CONTEXT');
    }
    expect(await codeOf(file, { ids, dek: Buffer.alloc(32, 1) })).toBe('COMMITMENT');
  });

  test('is refused when two versions of one file, under one key, swap their chunks', async () => {
    const second = { ...ids, versionId: kekId };
    const other = await sealed(plain, material(12, { ids: second }));
    expect(await codeOf(other)).toBe('WRONG_CONTEXT');
    expect(await codeOf(built(chunk(0, other), chunk(1), chunk(2)))).toBe('CHUNK_AUTH');
  });

  test('is refused when the file is empty and claims not to be, or the reverse', async () => {
    const empty = await sealed(Buffer.alloc(0), material(12, { salt: Buffer.alloc(32, 9) }));
    const nothing = Buffer.alloc(0);
    for (let at = 128; at < empty.length; at++) {
      const mutant = Buffer.from(empty);
      mutant[at] = (mutant[at] ?? 0) ^ 1;
      expect(await codeOf(mutant, undefined, nothing)).toBe('CHUNK_AUTH');
    }
    expect(await codeOf(built(empty.subarray(128)))).toBe('CHUNK_AUTH');
    expect(await codeOf(Buffer.concat([file, empty.subarray(128)]))).toBe('CHUNK_AUTH');
  });

  test('was itself whole', async () => expect(await unseal(file)).toEqual({ released: plain }));
});

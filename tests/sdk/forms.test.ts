// @lane sqlite: it reads no database.
/** What the SDK does for public forms. */
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { prepareForm, solveFormTicket, type AtelierClient } from '../../sdk/index.ts';
import { hasherAfter } from '../../sdk/sha256.ts';
import { isProofOfWork } from '../../src/services/kernel/proof-of-work.ts';

const hex = (words: Int32Array): string =>
  Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

describe('its SHA-256', () => {
  test.each([0, 1, 31, 54, 55, 56, 63, 64, 65, 119, 120, 127, 128, 200])('is that of Node after %i bytes', (length) => {
    const start = randomBytes(length)
      .toString('latin1')
      .replaceAll(/[^a-z]/g, 'x');
    const hash = hasherAfter(start);
    for (const end of ['', '0', '12345', 'é'.repeat(20), 'x'.repeat(70), '7'])
      expect(hex(hash(end))).toBe(
        createHash('sha256')
          .update(start + end)
          .digest('hex'),
      );
  });
});

describe('the proof of work', () => {
  test.each([0, 1, 7, 8, 9, 12, 16])('of %i bits is what the server takes', async (proofBits) => {
    for (let n = 0; n < 4; n++) {
      const ticket = randomBytes(50).toString('base64url');
      const proof = await solveFormTicket({ ticket, proofBits });
      expect(isProofOfWork(ticket, { proof, bits: proofBits })).toBe(true);
    }
  });

  test('is looked for in slices: others have their turn meanwhile', async () => {
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    // A ticket whose first proof is a late one.
    const proof = await solveFormTicket({ ticket: lateTicket, proofBits: 16 });
    isOver = true;
    expect(Number(proof)).toBeGreaterThan(100_000);
    expect(turns).toBeGreaterThan(3);
  });

  test('ends when it is aborted', async () => {
    const stop = new AbortController();
    const looking = solveFormTicket({ ticket: 'x', proofBits: 200 }, { signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await expect(looking).rejects.toMatchObject({ name: 'AbortError' });
  });
});

const lateTicket = 'late-18';

test('a form is ready once its ticket is good, with its proof', async () => {
  const formTicket = { ticket: 'a.b.8.c', proofBits: 8, validFrom: '', expiresAt: '' };
  const client = { query: async () => ({ formTicket }) } as unknown as AtelierClient;
  const begun = performance.now();
  const { ticket, proof } = await prepareForm(client);
  expect(performance.now() - begun).toBeGreaterThan(3_000);
  expect(isProofOfWork(ticket, { proof, bits: 8 })).toBe(true);
  const stop = new AbortController();
  const left = prepareForm(client, { signal: stop.signal });
  setTimeout(() => stop.abort(), 20);
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
});

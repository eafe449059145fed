/** Drafts issued at once, of which many fail and are tried again: the numbers are 1 to N, also across a new year. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { InvoiceDraft } from '../../../src/entities/billing/invoice-draft.entity.ts';
import { InvoiceDraftLine } from '../../../src/entities/billing/invoice-draft-line.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { issueDraft } from '../../../src/services/billing/index.ts';
import { storedLine } from '../../../src/services/billing/sold-line-rules.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { unitPrice } from '../../../src/services/kernel/unit-price.ts';
import type { Run, Tx } from '../../../src/services/platform/context.ts';
import { createDraftWorld, type DraftWorld } from './drafts-fixture.ts';

let world: DraftWorld;
beforeEach(async () => {
  world = await createDraftWorld();
});
afterEach(() => world.close());

/** Written at once: no author has so many. */
async function manyDrafts(count: number): Promise<string[]> {
  const buyerId = await world.addCustomer();
  return world.run(async ({ em, now }: Tx<'em' | 'now'>) => {
    const buyer = em.getReference(User, buyerId);
    const line = { description: 'Relecture', quantity: 1_000, unit: '', price: unitPrice(100_000) };
    return Array.from({ length: count }, () => {
      const draft = em.create(InvoiceDraft, { buyer, authorId: newId(), changedAt: now });
      em.create(InvoiceDraftLine, { draft, ...storedLine(line, 0) });
      return draft.id;
    });
  }, undefined);
}

class RolledBack extends Error {}

/** Everything of the transaction is done, and then it fails. */
const failing = (run: Run): Run => {
  const wrapped: Run = (useCase, input) =>
    run(async (tx) => {
      await useCase(tx as never, input);
      await (tx as unknown as Tx<'em'>).em.flush();
      throw new RolledBack();
    }, undefined) as never;
  return wrapped;
};

const issue = async (draftId: string, fails: boolean): Promise<void> => {
  const around = world.around();
  const run = fails ? failing(around.run) : around.run;
  await issueDraft({ ...around, run }, { draftId, version: 1 }).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
};

const numbersOf = async () =>
  (await world.db.selectFrom('invoice').select(['series', 'sequence', 'draft_id']).orderBy('id').execute()).map(
    ({ series, sequence, draft_id }) => ({ series, sequence: Number(sequence), draftId: draft_id }),
  );
const sequences = (invoices: Awaited<ReturnType<typeof numbersOf>>, of: string): number[] =>
  invoices.flatMap(({ series, sequence }) => (series === of ? [sequence] : [])).sort((a, b) => a - b);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Five hundred in the full storm. */
const count = process.env['STORM'] === 'full' ? 500 : 60;

test(`numbers are 1 to ${count}, one for each draft`, async () => {
  const drafts = await manyDrafts(count);
  await Promise.all(drafts.map((id, i) => issue(id, i % 3 === 0)));
  const after = await numbersOf();
  expect(sequences(after, 'FACT-2026')).toEqual(upTo(after.length));
  expect(after).toHaveLength(count - Math.ceil(count / 3));
  await Promise.all(drafts.map((id) => issue(id, false)));
  const all = await numbersOf();
  expect(sequences(all, 'FACT-2026')).toEqual(upTo(count));
  expect(new Set(all.map(({ draftId }) => draftId))).toEqual(new Set(drafts));
  expect(await world.db.selectFrom('invoice_draft').select('id').execute()).toEqual([]);
});

test('across midnight of the new year each series is 1 to N', async () => {
  world.clock.set('2026-12-31T22:59:59.000Z');
  const drafts = await manyDrafts(count);
  await Promise.all(
    drafts.map(async (id, i) => {
      if (i === count / 2) world.clock.set('2026-12-31T23:00:01.000Z');
      await issue(id, i % 5 === 0);
    }),
  );
  const all = await numbersOf();
  const [before, after] = ['FACT-2026', 'FACT-2027'].map((series) => sequences(all, series));
  expect([before!.length, after!.length]).toEqual([0.4 * count, 0.4 * count]);
  expect(before).toEqual(upTo(before!.length));
  expect(after).toEqual(upTo(after!.length));
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { OptimisticLockError } from '@mikro-orm/core';
import { z } from 'zod';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import { subscribe, type EventType, type Tx } from '../../../src/services/platform/context.ts';
import { defineTask } from '../../../src/services/platform/task.ts';
import { createWorld, type World } from '../../support/world.ts';
import { makePriceItem } from '../../support/make/price-item.ts';

const priced: EventType<{ id: string }> = { name: 'price.changed', payload: z.object({ id: z.string() }) };
const notify = defineTask('price.notify', z.object({ id: z.string() }));
const index = defineTask('price.index', z.object({ id: z.string() }), { priority: 10 });
const topic = { name: 'priceChanged' };

let world: World;
let committed: { jobs: number }[];
beforeEach(async () => {
  committed = [];
  world = await createWorld({
    subscriptions: [subscribe(priced, notify), subscribe(priced, index)],
    onCommitted: (changes) => void committed.push(changes),
  });
});
afterEach(() => world.close());

type PriceTx = Tx<'em' | 'emit' | 'record' | 'publish' | 'now'>;

const addPrice = async (
  { em, emit, record, publish }: PriceTx,
  { fails = false }: { fails?: boolean },
): Promise<PriceItem> => {
  const item = makePriceItem(em, { priceCents: 0 });
  emit(priced, { id: item.id });
  record({ action: 'ADMIN_ACCESS', targetType: 'system', targetId: item.id });
  publish(topic, 'all', { id: item.id });
  await em.flush();
  if (fails) throw new DomainError('ACTION_NOT_ALLOWED');
  return item;
};

const increment = async ({ em }: Tx<'em'>, { id }: { id: string }): Promise<void> => {
  const item = await em.findOneOrFail(PriceItem, id);
  item.priceCents += 1;
};

const counts = async () => ({
  prices: await world.orm.em.fork().count(PriceItem),
  events: (await world.db.selectFrom('outbox_event').select('id').execute()).length,
  jobs: (await world.db.selectFrom('job').select('id').execute()).length,
  live: (await world.db.selectFrom('live_event').select('seq').execute()).length,
});

test('a change, its event, one job per subscriber, its live event and its audit log entry commit together', async () => {
  const item = await world.run(addPrice, {});
  expect(await counts()).toEqual({ prices: 1, events: 1, jobs: 2, live: 1 });
  expect(world.auditLog).toEqual([{ action: 'ADMIN_ACCESS', targetType: 'system', targetId: item.id }]);
  expect(world.live).toEqual([{ stream: 'priceChanged:all', payload: { id: item.id }, seq: 1 }]);
  expect(committed.map(({ jobs }) => jobs)).toEqual([2]);
  expect(item.createdAt).toEqual(world.clock.now());
  const jobs = await world.db
    .selectFrom('job')
    .select(['kind', 'priority', 'state', 'request_id'])
    .orderBy('kind')
    .execute();
  expect(jobs).toMatchObject([
    { kind: 'price.index', priority: 10, state: 'PENDING' },
    { kind: 'price.notify', priority: 100, state: 'PENDING' },
  ]);
});

test('a refusal leaves nothing: no row, no event, no job, no live event, and nobody is notified', async () => {
  await expect(world.run(addPrice, { fails: true })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  expect(await counts()).toEqual({ prices: 0, events: 0, jobs: 0, live: 0 });
  expect(world.auditLog).toEqual([]);
  expect(committed).toEqual([]);
});

test('a payload that its event does not allow refuses the whole transaction', async () => {
  const wrong = async ({ em, emit }: PriceTx): Promise<void> => {
    makePriceItem(em, { priceCents: 0 });
    emit(priced, { id: 7 } as unknown as { id: string });
  };
  await expect(world.run(wrong, undefined)).rejects.toMatchObject({ code: 'INTERNAL' });
  expect(await counts()).toEqual({ prices: 0, events: 0, jobs: 0, live: 0 });
});

test('ten increments at once are ten', async () => {
  const { id } = await world.run(addPrice, {});
  await Promise.all(Array.from({ length: 10 }, () => world.run(increment, { id })));
  expect((await world.orm.em.fork().findOneOrFail(PriceItem, id)).priceCents).toBe(10);
});

test('a lost update is tried again, and refused as CONFLICT when it keeps losing', async () => {
  let tries = 0;
  const losing =
    (times: number) =>
    async ({ em }: PriceTx): Promise<number> => {
      makePriceItem(em, { priceCents: 0 });
      if ((tries += 1) <= times) throw new OptimisticLockError('lost', null as never);
      return tries;
    };
  expect(await world.run(losing(2), undefined)).toBe(3);
  expect((await counts()).prices).toBe(1);
  tries = 0;
  await expect(world.run(losing(99), undefined)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(tries).toBe(10);
  expect((await counts()).prices).toBe(1);
});

test('an entity knows its version after each write, one or several at a time, and finds the next lost update', async () => {
  const stored = async () =>
    new Map(
      (await world.db.selectFrom('price_item').select(['id', 'version']).execute()).map((it) => [it.id, it.version]),
    );
  await world.run(async ({ em }) => {
    const items = [1, 2, 3].map((priceCents) => makePriceItem(em, { priceCents }));
    const expectVersions = async (...versions: number[]) => {
      await em.flush();
      expect(items.map(({ version }) => version)).toEqual(versions);
    };
    await expectVersions(1, 1, 1);
    const [first, second] = items as [PriceItem, PriceItem];
    first.priceCents += 10;
    await expectVersions(2, 1, 1);
    for (const item of [first, second]) item.priceCents += 10;
    await expectVersions(3, 2, 1);
    second.priceCents += 10;
    await expectVersions(3, 3, 1);
  }, undefined);
  expect([...(await stored()).values()].sort()).toEqual([1, 3, 3]);
  const lost = world.run(async ({ em }) => {
    const [item] = (await em.find(PriceItem, {}, { limit: 1 })) as [PriceItem];
    item.priceCents += 1;
    await em.flush();
    await em.nativeUpdate(PriceItem, item.id, { version: 99 });
    item.priceCents += 1;
  }, undefined);
  await expect(lost).rejects.toThrow(expect.objectContaining({ code: 'CONFLICT' }));
});

test('live events are numbered in the order of commits, without a gap, however many come at once', async () => {
  const publishThree = async ({ publish }: PriceTx, n: number): Promise<void> => {
    for (const part of ['a', 'b', 'c']) publish(topic, 'busy', { n, part });
  };
  await Promise.all(Array.from({ length: 12 }, (_, n) => world.run(publishThree, n)));
  const rows = await world.db
    .selectFrom('live_event')
    .select(['seq', 'payload'])
    .where('stream', '=', 'priceChanged:busy')
    .orderBy('seq')
    .execute();
  expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 36 }, (_, i) => i + 1));
});

test('two jobs of one key are one job', async () => {
  const twice = async ({ enqueue }: Tx<'enqueue'>): Promise<void> => {
    enqueue(notify, { id: 'a' }, { dedupeKey: 'notify:a' });
    enqueue(notify, { id: 'b' }, { dedupeKey: 'notify:a' });
  };
  await world.run(twice, undefined);
  await world.run(twice, undefined);
  expect((await counts()).jobs).toBe(1);
});

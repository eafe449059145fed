import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  createLiveHub,
  type LiveDelivery,
  type LiveHub,
  type LiveHubParts,
} from '../../../../src/services/platform/live/index.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { hasRedis, startRedis, type PrivateRedis } from '../../../support/redis.ts';
import { until } from '../../../support/until.ts';
import { createWorld, readingDb, type World } from '../../../support/world.ts';

const topic = { name: 'tick' };

let world: World;
let hubs: LiveHub[];
/** What this process publishes into; null: the process died between commit and publish. */
let publishing: LiveHub | null;
let reads: number;

beforeEach(async () => {
  [hubs, publishing, reads] = [[], null, 0];
  world = await createWorld({ onCommitted: ({ live }) => publishing?.publish(live) });
});
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()));
  await world.close();
});

const newHub = (parts: Partial<LiveHubParts> = {}): LiveHub => {
  const counted = () => {
    reads += 1;
    return readingDb(world.orm);
  };
  const hub = createLiveHub({ db: counted, log: world.logs.log, sweepMs: 60_000, ...parts });
  hubs.push(hub);
  return hub;
};

const tick = async ({ publish }: Tx<'publish'>, { n, key = 'a' }: { n: number; key?: string }): Promise<void> =>
  publish(topic, key, { n });
const ticks = async (from: number, to: number): Promise<void> => {
  for (let n = from; n <= to; n++) await world.run(tick, { n });
};

/** A listener that keeps what it was given. */
const listener = () => {
  const heard: LiveDelivery[] = [];
  return { heard, hear: (event: LiveDelivery) => void heard.push(event), seqs: () => heard.map(({ seq }) => seq) };
};
const upTo = (last: number, first = 1): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

test('what is published is heard after the commit, by those who listen to that stream, until they leave', async () => {
  const hub = (publishing = newHub());
  const [ours, others] = [listener(), listener()];
  const leave = await hub.open('tick', 'a', null, ours.hear);
  await hub.open('tick', 'b', null, others.hear);
  await ticks(1, 3);
  expect(ours.heard).toEqual([
    { seq: 1, payload: { n: 1 } },
    { seq: 2, payload: { n: 2 } },
    { seq: 3, payload: { n: 3 } },
  ]);
  leave();
  leave();
  await ticks(4, 4);
  expect(ours.seqs()).toEqual([1, 2, 3]);
  expect(others.heard).toEqual([]);
});

test('who comes back with a cursor receives what was missed, then what happens, in order, once', async () => {
  const hub = (publishing = newHub());
  await ticks(1, 30);
  const back = listener();
  await hub.open('tick', 'a', 10, back.hear);
  expect(back.seqs()).toEqual(upTo(30, 11));
  await ticks(31, 33);
  expect(back.seqs()).toEqual(upTo(33, 11));
});

test('without a cursor only what comes from now on', async () => {
  const hub = (publishing = newHub());
  await ticks(1, 5);
  const late = listener();
  await hub.open('tick', 'a', null, late.hear);
  await ticks(6, 7);
  expect(late.seqs()).toEqual([6, 7]);
});

test('hundreds who join while events rain miss none and hear none twice', async () => {
  const hub = (publishing = newHub());
  await ticks(1, 20);
  const all: ReturnType<typeof listener>[] = [];
  const opening: Promise<unknown>[] = [];
  const raining = Promise.all(Array.from({ length: 60 }, (_, i) => world.run(tick, { n: 21 + i })));
  for (let i = 0; i < 300; i++) {
    const one = listener();
    all.push(one);
    opening.push(hub.open('tick', 'a', i % 20, one.hear));
    if (i % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all([raining, ...opening]);
  await until('the last event is there', () => all.every(({ heard }) => heard.at(-1)?.seq === 80));
  all.forEach((one, i) => expect(one.seqs()).toEqual(upTo(80, (i % 20) + 1)));
});

test('two thousand who come back with one cursor cost a few reads', async () => {
  const hub = (publishing = newHub());
  await ticks(1, 10);
  reads = 0;
  const all = Array.from({ length: 2_000 }, () => listener());
  await Promise.all(all.map(({ hear }) => hub.open('tick', 'a', 4, hear)));
  expect(reads).toBeLessThanOrEqual(3);
  await ticks(11, 11);
  expect(all.every((one) => one.seqs().length === 7)).toBe(true);
  expect(reads).toBeLessThanOrEqual(3);
});

test('a lost event is found by the next one, and by the sweep', async () => {
  const hub = newHub();
  const one = listener();
  await hub.open('tick', 'a', null, one.hear);
  await ticks(1, 2);
  expect(one.heard).toEqual([]);
  publishing = hub;
  await ticks(3, 3);
  await until('the gap is filled', () => one.heard.length === 3);
  publishing = null;
  await ticks(4, 6);
  await hub.sweep();
  expect(one.seqs()).toEqual(upTo(6));
});

test('events in the wrong order and twice are heard in order and once', async () => {
  const hub = newHub();
  const one = listener();
  await hub.open('tick', 'a', null, one.hear);
  await ticks(1, 4);
  const [first, second, third, fourth] = world.live;
  for (const event of [second, second, first, fourth, first, third, fourth]) hub.publish([event as never]);
  expect(one.seqs()).toEqual([1, 2, 3, 4]);
});

test('a cursor older than what is kept, or ahead of the stream, is refused', async () => {
  const hub = (publishing = newHub());
  await ticks(1, 9);
  await world.run(
    async ({ em }: Tx<'em'>) => void (await em.execute('delete from live_event where seq <= 5')),
    undefined,
  );
  const one = listener();
  await expect(hub.open('tick', 'a', 3, one.hear)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  await expect(hub.open('tick', 'a', 10, one.hear)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  await hub.open('tick', 'a', 5, one.hear);
  expect(one.seqs()).toEqual([6, 7, 8, 9]);
});

test('a listener that fails does not disturb the others', async () => {
  const hub = (publishing = newHub());
  const one = listener();
  await hub.open('tick', 'a', null, () => {
    throw new Error('deaf');
  });
  await hub.open('tick', 'a', null, one.hear);
  await ticks(1, 2);
  expect(one.seqs()).toEqual([1, 2]);
  expect(world.logs.lines().filter(({ msg }) => msg === 'a live listener failed')).toHaveLength(2);
});

if (!hasRedis()) console.log('skipped: two processes through Redis (no redis-server installed)');
else
  describe('two processes through Redis', () => {
    let redis: PrivateRedis;
    beforeEach(async () => {
      redis = await startRedis();
    });
    afterEach(() => redis.crash());

    const twoHubs = async (sweepMs = 60_000) => {
      const here = (publishing = newHub({ redisUrl: redis.url, sweepMs }));
      const there = newHub({ redisUrl: redis.url, sweepMs });
      const one = listener();
      await there.open('tick', 'a', null, one.hear);
      await until('they hear one another', async () => {
        await ticks(1, 1);
        return one.heard.length > 0;
      });
      return { here, there, one };
    };

    test('what one publishes the other hears, once', async () => {
      const { one } = await twoHubs();
      const before = world.live.length;
      await ticks(1, 50);
      await until('all have arrived', () => one.heard.length >= before + 50);
      expect(one.seqs()).toEqual(upTo(world.live.length));
    });

    test('a signal passes to the listeners of both, in turn, and is stored nowhere', async () => {
      const { here, there } = await twoHubs();
      const [near, far] = [listener(), listener()];
      const leave = here.listen('passing', 'a', near.hear);
      there.listen('passing', 'a', far.hear);
      there.listen('passing', 'b', listener().hear);
      for (let i = 1; i <= 3; i += 1) here.signal({ stream: 'passing:a', payload: { i } });
      await until('they have arrived', () => far.heard.length === 3);
      expect(near.seqs()).toEqual([1, 2, 3]);
      expect(far.heard.map(({ payload }) => payload)).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }]);
      leave();
      here.signal({ stream: 'passing:a', payload: {} });
      await until('it has arrived', () => far.heard.length === 4);
      expect(near.heard).toHaveLength(3);
      const streams = await world.db.selectFrom('live_stream').select('stream').execute();
      expect(streams.filter(({ stream }) => stream.startsWith('passing'))).toEqual([]);
    });

    test('what is published while Redis is away arrives when it is back', async () => {
      const { one } = await twoHubs(300);
      await redis.crash();
      await ticks(1, 5);
      await redis.restart();
      await until('the missed ones have arrived', () => one.heard.length === world.live.length);
      await ticks(1, 3);
      await until('new ones arrive', () => one.heard.length === world.live.length);
      expect(one.seqs()).toEqual(upTo(world.live.length));
    });
  });

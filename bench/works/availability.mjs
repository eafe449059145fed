// A month of one artisan's free times, beside the same by hand; and what the use case takes beside the one range read of occupied
// times, and from 2,000 bookings to 216,000. Asked by somebody who is signed in: others are turned away while a machine is busy.
import { strictEqual } from 'node:assert';
import { entities } from '../../dist/entities/index.js';
import { system } from '../../dist/services/access/actor.js';
import { openOrm } from '../../dist/services/platform/orm/orm.js';
import { findAvailability } from '../../dist/services/scheduling/index.js';
import { readBusy } from '../../dist/services/scheduling/availability/read-taken.js';
import { asked, dateOf, firstDayAfter, writeAppointments } from '../dataset/appointments.mjs';
import { compare } from '../lib/compare.mjs';
import { startBaseline, startProduct } from '../lib/servers.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { once, requestBytes } from '../load/http-load.mjs';
import { asAdmin } from '../product/sign-in.mjs';

const [few, many] = [2_000, 216_000];
const days = 31;
const dayMs = 86_400_000;

const query = `query Availability($offeringId: ID!, $artisanId: ID!, $from: LocalDate!, $days: Int!) {
  availability(offeringId: $offeringId, artisanId: $artisanId, from: $from, days: $days) {
    date
    slots { startsAt endsAt localStart artisanIds placesLeft }
  }
}`;

async function turns(count, work) {
  const took = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return took;
}

/** Milliseconds of the use case and of its range read, by turns, on both databases. */
async function withinProcess(databases, { rounds, requests, from, now }) {
  const opened = [];
  try {
    for (const database of databases)
      opened.push(await openOrm({ file: database.file, url: database.url }, [...entities]));
    const sides = opened.map((orm) => {
      const db = orm.em.fork().getKysely({ type: 'read' });
      const range = { from: Date.parse(from), to: Date.parse(from) + days * dayMs };
      const busy = { offering: { maxPerDay: null }, artisanIds: [asked.artisan], range, now, ignoring: [] };
      const question = { offeringId: asked.offering, artisanId: asked.artisan, from, days, partySize: 1 };
      return {
        useCase: { work: () => findAvailability({ db, now, actor: system }, question), took: [] },
        read: { work: () => readBusy(db, busy), took: [] },
      };
    });
    const all = sides.flatMap(({ useCase, read }) => [useCase, read]);
    for (const { work } of all) await turns(200, work);
    for (let round = 0; round < rounds * 4; round += 1)
      for (const { work, took } of all) took.push(...(await turns(requests, work)));
    return sides.map(({ useCase, read }) => ({ useCase: useCase.took, read: read.took }));
  } finally {
    for (const orm of opened) await orm.close(true);
  }
}

export const availabilityWork = {
  name: 'availability',
  title: 'A month of free times, of 216,000 bookings and 50 artisans',
  targets: { ratio: { atLeast: 0.45 }, times: { atMost: 5 }, grown: { atMost: 1.25 } },
  async run(place, { rounds, milliseconds, requests }) {
    const now = new Date();
    const from = dateOf(firstDayAfter(now.getTime()));
    const databases = [];
    for (const bookings of [few, many]) {
      const database = await place.opened.create(`availability_${bookings}`, { customers: 10, orders: 10 });
      await writeAppointments(database, { bookings, now: now.getTime() });
      databases.push(database);
    }
    const servers = [];
    try {
      const [, large] = databases;
      servers.push(await startBaseline(large, { jobKinds: [], folder: place.home }));
      servers.push(await startProduct(large, { home: place.home, profile: place.profile }));
      const [baseline, product] = servers;
      const baselineBytes = requestBytes({
        path: `/availability?${new URLSearchParams({ ...asked, from, days: String(days) })}`,
      });
      const productBytes = requestBytes({
        method: 'POST',
        path: '/graphql',
        headers: { authorization: `Bearer ${await asAdmin(product)}`, accept: 'application/graphql-response+json' },
        body: { query, variables: { offeringId: asked.offering, artisanId: asked.artisan, from, days } },
      });
      const [byHand, byProduct] = [await once(baseline.port, baselineBytes), await once(product.port, productBytes)];
      strictEqual(JSON.stringify(byProduct.data), JSON.stringify(byHand.data));
      const slots = byHand.data.availability.flatMap((one) => one.slots).length;
      if (slots < 100) throw new Error(`${slots} free times are too few to measure`);
      const figures = await compare(
        { baseline, product, database: place.database },
        { baselineBytes, productBytes, rounds, milliseconds },
      );
      const [small, big] = await withinProcess(databases, { rounds, requests, from, now });
      return {
        ...figures,
        times: median(big.useCase) / median(big.read),
        grown: median(big.useCase) / median(small.useCase),
        slots,
        useCase: { p50: median(big.useCase), p99: quantile(big.useCase, 0.99) },
        rangeRead: { p50: median(big.read), p99: quantile(big.read, 0.99) },
      };
    } finally {
      for (const server of servers) await server.stop();
    }
  },
};

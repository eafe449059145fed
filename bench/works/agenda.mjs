// A week of one artisan's agenda as its page shows it, for an admin, beside the same by hand.
import { strictEqual } from 'node:assert';
import { baselineToken } from '../baseline/tokens.mjs';
import { asked, booked, dateOf, firstDayAfter, writeAppointments } from '../dataset/appointments.mjs';
import { roots } from '../dataset/generate.mjs';
import { compare } from '../lib/compare.mjs';
import { startBaseline, startProduct } from '../lib/servers.mjs';
import { once, requestBytes } from '../load/http-load.mjs';
import { asAdmin } from '../product/sign-in.mjs';

const bookings = 20_000;
const days = 7;

const query = `query Week($from: LocalDate!, $days: Int!, $artisanId: ID!) {
  agenda(from: $from, days: $days, artisanId: $artisanId) {
    timeZone startsAt endsAt
    entries {
      kind startsAt endsAt
      booking {
        id code status staffActions offeringName artisanName startsAt endsAt localStart partySize locationKind
        customerName customerEmail customerPhone customerNote staffNote source price { amount currency } depositStatus
      }
      closure { id fromOn untilOn fromAt untilAt reason }
    }
  }
}`;

export const agendaWork = {
  name: 'agenda',
  title: 'A week of an agenda, of 20,000 bookings and 50 artisans',
  targets: { ratio: { atLeast: 0.45 } },
  async run(place, { rounds, milliseconds }) {
    const now = Date.now();
    const from = dateOf(firstDayAfter(now));
    const database = await place.opened.create('agenda', { customers: 10, orders: 10 });
    await writeAppointments(database, { bookings, now });
    const servers = [];
    try {
      servers.push(await startBaseline(database, { jobKinds: [], folder: place.home }));
      servers.push(await startProduct(database, { home: place.home, profile: place.profile }));
      const [baseline, product] = servers;
      const baselineBytes = requestBytes({
        path: `/agenda?${new URLSearchParams({ artisan: asked.artisan, from, days: String(days) })}`,
        headers: { authorization: `Bearer ${baselineToken(baseline.secret, roots.admin)}` },
      });
      const productBytes = requestBytes({
        method: 'POST',
        path: '/graphql',
        headers: { authorization: `Bearer ${await asAdmin(product)}`, accept: 'application/graphql-response+json' },
        body: { query, variables: { from, days, artisanId: asked.artisan } },
      });
      const [byHand, byProduct] = [await once(baseline.port, baselineBytes), await once(product.port, productBytes)];
      strictEqual(JSON.stringify(byProduct.data), JSON.stringify(byHand.data));
      const entries = byHand.data.agenda.entries.length;
      if (entries !== days * booked) throw new Error(`${entries} bookings are not a week of ${days * booked}`);
      const figures = await compare(
        { baseline, product, database: place.database },
        { baselineBytes, productBytes, rounds, milliseconds },
      );
      return { ...figures, entries };
    } finally {
      for (const server of servers) await server.stop();
    }
  },
};

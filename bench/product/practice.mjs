// An artisan who is always open, and an hour that they offer: free times without end for whoever books in the bench.
import { Artisan } from '../../dist/entities/scheduling/artisan.entity.js';
import { Offering, OfferingArtisan } from '../../dist/entities/scheduling/offering.entity.js';
import { OpeningRule, weekdays } from '../../dist/entities/scheduling/opening.entity.js';
import { createBooking } from '../../dist/services/scheduling/index.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** @returns `{ offeringId, artisanId, startsAt(n), book(n) }`: `book` makes the booking of the n-th free hour, by a customer of its own. */
export async function openPractice({ contextNow, system }) {
  const { offeringId, artisanId } = await contextNow().run(async ({ em }) => {
    const artisan = em.create(Artisan, {
      ...{ slug: 'atelier-du-banc', displayName: 'Atelier', email: 'atelier@example.org', status: 'PUBLISHED' },
      timeZone: 'UTC',
      holidayRegion: null,
    });
    for (const weekday of weekdays) em.create(OpeningRule, { artisan, weekday, startMinute: 0, endMinute: 1_440 });
    const offering = em.create(Offering, {
      ...{ name: 'Réglage', durationMinutes: 60, slotStepMinutes: 60, horizonDays: 365, priceCents: 6_000 },
      reminders: [],
    });
    em.create(OfferingArtisan, { offering, artisan });
    await em.flush();
    return { offeringId: offering.id, artisanId: artisan.id };
  }, undefined);
  const firstDay = Math.ceil(Date.now() / dayMs) * dayMs + dayMs;
  const visitor = { ...system, kind: 'ANONYMOUS', address: '203.0.113.7' };
  const startsAt = (n) => new Date(firstDay + n * hourMs);
  return {
    offeringId,
    artisanId,
    startsAt,
    book: (n, customer = n) =>
      createBooking(contextNow(visitor), {
        ...{ offeringId, startsAt: startsAt(n), locale: 'fr', termsVersion: '2026-01' },
        customer: { name: 'Claire Dumas', email: `claire-${customer}@example.org` },
      }),
  };
}

import type { RequiredEntityData } from '@mikro-orm/core';
import { Artisan } from '../../../src/entities/scheduling/artisan.entity.ts';
import { Booking } from '../../../src/entities/scheduling/booking.entity.ts';
import { Offering, OfferingArtisan } from '../../../src/entities/scheduling/offering.entity.ts';
import { OpeningRule, weekdays } from '../../../src/entities/scheduling/opening.entity.ts';
import { fingerprint, newId, newSecret } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts<E> = Partial<RequiredEntityData<E>>;

/** A published artisan without an account, unless the facts say otherwise; flushed by the caller, as all here. */
export const makeArtisan = (em: EntityManager, facts: Facts<Artisan> = {}): Artisan =>
  em.create(Artisan, {
    slug: `atelier-${newId().slice(-12)}`,
    displayName: 'Atelier Morel',
    email: `${newId()}@example.org`,
    status: 'PUBLISHED',
    ...facts,
  });

/** An hour at 60 €, every half hour, given by an artisan. */
export function makeOffering(em: EntityManager, artisan: Artisan, facts: Facts<Offering> = {}): Offering {
  const offering = em.create(Offering, {
    name: 'Réglage du piano',
    durationMinutes: 60,
    slotStepMinutes: 30,
    priceCents: 6_000,
    reminders: [],
    ...facts,
  });
  em.create(OfferingArtisan, { offering, artisan });
  return offering;
}

/** Open from 9:00 to 18:00 on every day of the week. */
export const makeOpening = (em: EntityManager, artisan: Artisan, facts: Facts<OpeningRule> = {}): OpeningRule[] =>
  weekdays.map((weekday) => em.create(OpeningRule, { artisan, weekday, startMinute: 540, endMinute: 1_080, ...facts }));

let codes = 0;
const symbols = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Codes in order: each test has its own database. */
const nextCode = (): string => {
  codes += 1;
  const digit = (place: number): string => symbols[Math.floor(codes / 32 ** place) % 32] ?? '2';
  return `AC-${[5, 4, 3, 2, 1, 0].map(digit).join('')}`;
};

/**
 * A confirmed booking of an hour, on 2027-01-12 at 9:00 UTC unless the facts say otherwise. Only the row: whoever tests what it takes
 * calls `occupy` for it.
 */
export function makeBooking(
  em: EntityManager,
  { artisan, offering }: { readonly artisan: Artisan; readonly offering: Offering },
  facts: Facts<Booking> = {},
): Booking {
  const startsAt = (facts.startsAt as Date | undefined) ?? new Date('2027-01-12T09:00:00Z');
  return em.create(Booking, {
    ...{ artisan, offering, startsAt, publicCode: nextCode(), manageHash: fingerprint(newSecret()) },
    ...{ status: 'CONFIRMED', customerName: 'Claire Dumas', customerEmail: 'claire.dumas@example.org' },
    ...{ customerTimeZone: 'Europe/Paris', locale: 'fr', offeringName: offering.name },
    endsAt: new Date(startsAt.getTime() + offering.durationMinutes * 60_000),
    durationMinutes: offering.durationMinutes,
    bufferBeforeMinutes: offering.bufferBeforeMinutes ?? 0,
    bufferAfterMinutes: offering.bufferAfterMinutes ?? 0,
    ...{ priceCents: offering.priceCents, depositBasisPoints: 0, depositCents: 0, currency: 'EUR' },
    ...{ locationKind: 'AT_ARTISAN', answers: [], rescheduleUntilMinutes: 1_440, maxReschedules: 2 },
    cancellationTiers: [
      { hoursBefore: 48, refundPercent: 100 },
      { hoursBefore: 24, refundPercent: 50 },
    ],
    ...facts,
  });
}

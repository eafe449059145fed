/** Three artisans far apart, their customers, and a clock: what customers do goes to the product and to the model alike. */
import { CancellationTier } from '../../../../src/entities/scheduling/offering.entity.ts';
import { system } from '../../../../src/services/access/actor.ts';
import {
  cancelBooking,
  findAvailability,
  markNoShow,
  rescheduleBooking,
  sweepHolds,
  type CreatedBooking,
} from '../../../../src/services/scheduling/index.ts';
import { completeOverdue } from '../../../../src/services/scheduling/managing/complete-overdue.ts';
import { reminderSubscriptions, reminderTasks } from '../../../../src/services/scheduling/reminders/index.ts';
import { HOUR, MINUTE } from '../../../support/clock.ts';
import { person } from '../../../support/make/actor.ts';
import { createBookingWorld, type BookingWorld } from '../bookings/booking-world.ts';
import type { Chance } from '../availability/random-world.ts';
import { tiers } from '../managing/manage-world.ts';
import { Model, type Entry } from './model.ts';

/** Two hemispheres, and clock changes of an hour and of half an hour. */
export const zones = ['Europe/Paris', 'America/Santiago', 'Australia/Lord_Howe'] as const;

const facts = { priceCents: 6_000, bufferAfterMinutes: 15, noticeMinutes: 120, horizonDays: 30 };
const offered = [{ depositBasisPoints: 0 }, { depositBasisPoints: 3_333 }, { depositBasisPoints: 10_000 }];
const admin = person('ADMIN');

export interface Practice {
  readonly world: BookingWorld;
  readonly model: Model;
  readonly artisanIds: readonly string[];
  readonly offeringIds: readonly string[];
  readonly tokens: Map<string, { code: string; token: string }>;
  readonly created: Map<string, CreatedBooking>;
}

export async function openPractice(startsAt: string): Promise<Practice> {
  const more = { tasks: reminderTasks, subscriptions: reminderSubscriptions };
  const world = await createBookingWorld({ more, startsAt });
  const made: { readonly offeringId: string; readonly artisanId: string }[] = [];
  for (const [index, timeZone] of zones.entries())
    made.push(await world.offering({ ...facts, ...offered[index] }, { timeZone }));
  await world.run(async ({ em }) => {
    for (const { offeringId } of made)
      for (const tier of tiers) em.create(CancellationTier, { offering: offeringId, ...tier });
  }, null);
  return {
    ...{ world, model: new Model(zones), tokens: new Map(), created: new Map() },
    artisanIds: made.map(({ artisanId }) => artisanId),
    offeringIds: made.map(({ offeringId }) => offeringId),
  };
}

const nowOf = ({ world }: Practice): number => world.clock.now().getTime();

/** One of the times that are offered in the next weeks; undefined when there is none. */
async function someSlot({ world, offeringIds }: Practice, artisan: number, dice: Chance): Promise<Date | undefined> {
  const days = await findAvailability(world.readContext(), {
    ...{ offeringId: offeringIds[artisan] as string, partySize: 1, days: 14 },
  });
  const { slots } = dice.one(days);
  return slots.length === 0 ? undefined : dice.one(slots).startsAt;
}

let people = 0;

/** Somebody books; with a deposit they pay at once, too late to be heard, or never. */
export async function book(practice: Practice, dice: Chance): Promise<void> {
  const { world, model } = practice;
  const artisan = dice.below(zones.length);
  const startsAt = await someSlot(practice, artisan, dice);
  if (startsAt === undefined) return;
  if (!model.isFree({ artisan, startsAt: startsAt.getTime() })) throw new Error(`${startsAt.toISOString()} is taken`);
  const entry = await bookAt(practice, artisan, startsAt);
  if (entry.status === 'CONFIRMED') return;
  const way = dice.below(4);
  if (way === 3) return;
  const created = practice.created.get(entry.id) as CreatedBooking;
  const events = await world.pay(created);
  entry.paidAt = nowOf(practice);
  if (way === 0) return;
  model.confirm(entry, nowOf(practice));
  await world.deliver(events);
}

async function bookAt(practice: Practice, artisan: number, startsAt: Date): Promise<Entry> {
  const { world, model } = practice;
  const customer = { name: 'Claire Dumas', email: `claire-${(people += 1)}@example.org` };
  const created = await world.create({ offeringId: practice.offeringIds[artisan] as string, startsAt, customer });
  practice.tokens.set(created.bookingId, {
    code: created.code,
    token: new URL(created.manageUrl).searchParams.get('t') ?? '',
  });
  practice.created.set(created.bookingId, created);
  const now = nowOf(practice);
  const entry = model.add({
    ...{ id: created.bookingId, artisan, startsAt: startsAt.getTime(), status: 'PENDING_PAYMENT', paidAt: null },
    depositCents: Math.floor((6_000 * (offered[artisan]?.depositBasisPoints ?? 0)) / 10_000 + 0.5),
    ...{ refundedCents: 0, holdUntil: now + 10 * MINUTE, moves: 0 },
  });
  if (created.payment === null) model.confirm(entry, now);
  return entry;
}

type By = 'CUSTOMER' | 'ARTISAN';
const whoever = ({ world }: Practice, by: By) => world.ctx(by === 'ARTISAN' ? admin : undefined);
const access = ({ tokens }: Practice, { id }: Entry, by: By) =>
  (by === 'ARTISAN' ? { bookingId: id } : tokens.get(id)) ?? {};

const confirmedEntries = ({ model }: Practice): Entry[] =>
  [...model.entries.values()].filter(({ status }) => status === 'CONFIRMED');

/** Somebody moves an appointment to another time, and sometimes back at once; the customer within the rules, or the artisan. */
export async function move(practice: Practice, dice: Chance): Promise<void> {
  const { world, model } = practice;
  const now = nowOf(practice);
  const ahead = confirmedEntries(practice).filter(({ startsAt, moves }) => startsAt > now + 25 * HOUR && moves < 1);
  if (ahead.length === 0) return;
  const entry = dice.one(ahead);
  const by = dice.one(['CUSTOMER', 'ARTISAN'] as const);
  const before = entry.startsAt;
  const to = await someSlot(practice, entry.artisan, dice);
  if (to === undefined) return;
  for (const startsAt of dice.below(2) === 0 && to.getTime() > now + 25 * HOUR ? [to, new Date(before)] : [to]) {
    await rescheduleBooking(whoever(practice, by), { ...access(practice, entry, by), startsAt });
    model.move(entry, { startsAt: startsAt.getTime(), now, by });
    await world.worker.runDue();
  }
}

/** Somebody gives an appointment up. */
export async function cancel(practice: Practice, dice: Chance): Promise<void> {
  const now = nowOf(practice);
  const ahead = confirmedEntries(practice).filter(({ startsAt }) => startsAt > now);
  if (ahead.length === 0) return;
  const entry = dice.one(ahead);
  const by = dice.one(['CUSTOMER', 'CUSTOMER', 'ARTISAN'] as const);
  await cancelBooking(whoever(practice, by), access(practice, entry, by));
  practice.model.cancel(entry, { now, by });
  await practice.world.worker.runDue();
}

/** A customer did not come. */
export async function missed(practice: Practice, dice: Chance): Promise<void> {
  const now = nowOf(practice);
  const past = confirmedEntries(practice).filter(({ startsAt }) => startsAt + 15 * MINUTE <= now);
  if (past.length === 0) return;
  const entry = dice.one(past);
  await practice.world.run(markNoShow, { bookingId: entry.id }, admin);
  entry.status = 'NO_SHOW';
}

/** Half an hour passes, with what the product does by itself meanwhile. */
export async function halfAnHour({ world, model }: Practice): Promise<void> {
  const now = world.clock.now().getTime();
  world.clock.set(new Date((Math.floor(now / (30 * MINUTE)) + 1) * 30 * MINUTE));
  await world.worker.runDue();
  await sweepHolds(world.contextFor(system), {});
  await completeOverdue(world.contextFor(system), {});
  await world.worker.runDue();
  model.pass(world.clock.now().getTime());
}

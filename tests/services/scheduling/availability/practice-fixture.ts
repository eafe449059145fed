import type { Artisan } from '../../../../src/entities/scheduling/artisan.entity.ts';
import { Occupancy, type OccupancyKind } from '../../../../src/entities/scheduling/occupancy.entity.ts';
import type { Offering } from '../../../../src/entities/scheduling/offering.entity.ts';
import {
  BreakRule,
  Closure,
  OpeningException,
  OpeningRule,
  weekdays,
} from '../../../../src/entities/scheduling/opening.entity.ts';
import { SlotHold } from '../../../../src/entities/scheduling/slot-hold.entity.ts';
import { fingerprint, newId, newSecret } from '../../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import type { EntityManager } from '../../../../src/services/platform/orm/orm.ts';
import type { TakenTime } from '../../../../src/services/scheduling/availability/plan.ts';
import { occupy, type TimeToTake } from '../../../../src/services/scheduling/occupancy/occupy.ts';
import { makeArtisan, makeBooking, makeOffering, makeOpening } from '../../../support/make/scheduling.ts';
import type { World } from '../../../support/world.ts';
import type { RandomWorld } from './random-world.ts';

/** Practices in the database, for tests of availability. */

type Runner = Pick<World, 'run'>;
const making = <T>(runner: Runner, work: (em: EntityManager) => T): Promise<T> =>
  runner.run(async ({ em }: Tx<'em'>) => work(em), undefined);

export const at = (instant: string): Date => new Date(instant);
export const minutesAfter = (start: Date, minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

export interface Practice {
  readonly artisan: Artisan;
  readonly offering: Offering;
}

type ArtisanFacts = Parameters<typeof makeArtisan>[1];
type OfferingFacts = Parameters<typeof makeOffering>[2];

/** An artisan of Paris, open from 9:00 to 18:00, with an offering of an hour. */
export const makePractice = (
  runner: Runner,
  offeringFacts: OfferingFacts = {},
  artisanFacts: ArtisanFacts = {},
): Promise<Practice> =>
  making(runner, (em) => {
    const artisan = makeArtisan(em, artisanFacts);
    const offering = makeOffering(em, artisan, { horizonDays: 90, ...offeringFacts });
    makeOpening(em, artisan);
    return { artisan, offering };
  });

/** Takes an hour of an artisan. */
export const take = (runner: Runner, artisanId: string, startsAt: Date, facts: Partial<TimeToTake> = {}) =>
  runner.run(
    (tx: Tx<'em' | 'now'>) =>
      occupy(tx, {
        ...{ artisanId, startsAt, endsAt: minutesAfter(startsAt, 60), kind: 'BOOKING' as const },
        ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, referenceId: newId(), ...facts },
      }),
    undefined,
  );

/** A hold whose token is known, with its time. */
export async function hold(runner: Runner, { artisan, offering }: Practice, startsAt: Date, expiresAt: Date) {
  const token = newSecret();
  const { id } = await making(runner, (em) =>
    em.create(SlotHold, {
      ...{ tokenHash: fingerprint(token), offering: offering.id, artisan: artisan.id, startsAt, expiresAt },
      endsAt: minutesAfter(startsAt, 60),
    }),
  );
  await take(runner, artisan.id, startsAt, { kind: 'HOLD', referenceId: id, holdUntil: expiresAt });
  return { id, token };
}

/** A random practice as it is stored: rules, closures, bookings, holds and busy time. */
export const storeWorld = (runner: Runner, { plan, zone, holidayRegion }: RandomWorld): Promise<Practice> =>
  making(runner, (em) => {
    const { id: _id, status, ...offered } = plan.offering;
    const { opening, travelMinutes } = plan;
    const artisan = makeArtisan(em, { timeZone: zone, holidayRegion, defaultTravelMinutes: travelMinutes });
    const offering = makeOffering(em, artisan, { ...offered, status });
    for (const [entity, rules] of [
      [OpeningRule, opening.rules],
      [BreakRule, opening.breaks],
    ] as const)
      for (const { weekday, ...rule } of rules)
        em.create(entity, { artisan, ...rule, weekday: weekdays[weekday] ?? 'MONDAY' });
    for (const [localDate, windows] of opening.exceptions) em.create(OpeningException, { artisan, localDate, windows });
    for (const closure of opening.closures)
      em.create(Closure, {
        artisan,
        ...(closure.fromOn === null ? { fromAt: new Date(closure.from), untilAt: new Date(closure.to) } : closure),
      });
    const another = makeOffering(em, artisan);
    for (const taken of plan.taken)
      storeTaken(em, taken, { artisan, offering: taken.countedAt === null ? another : offering });
    return { artisan, offering };
  });

function storeTaken(em: EntityManager, { kind, core, padded }: TakenTime, practice: Practice): void {
  const times = { startsAt: new Date(core.from), endsAt: new Date(core.to) };
  em.create(Occupancy, {
    ...{ ...times, artisanId: practice.artisan.id, kind, referenceId: takerOf(em, { kind, ...times }, practice) },
    ...{ paddedFrom: new Date(padded.from), paddedTo: new Date(padded.to) },
  });
}

/** A booking, a hold, or a block of a calendar, which is not stored. */
function takerOf(
  em: EntityManager,
  { kind, ...times }: { readonly kind: OccupancyKind; readonly startsAt: Date; readonly endsAt: Date },
  practice: Practice,
): string {
  if (kind === 'EXTERNAL') return newId();
  if (kind === 'BOOKING') return makeBooking(em, practice, times).id;
  const facts = { ...times, expiresAt: times.endsAt, tokenHash: fingerprint(newSecret()) };
  return em.create(SlotHold, { ...facts, artisan: practice.artisan, offering: practice.offering }).id;
}

/** A world with artisans who give offerings, and the sandbox that deposits are paid with; jobs are run by hand. */
import { join } from 'node:path';
import { paymentProviders, type IntentsPort } from '../../../../src/services/adapters/payments/port.ts';
import {
  sandboxPayments,
  type SandboxPayments,
  type SignedEvent,
} from '../../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { testCards } from '../../../../src/services/adapters/payments/sandbox/test-cards.ts';
import type { Actor } from '../../../../src/services/access/actor.ts';
import { billingSubscriptions, billingTasks, receiveWebhook } from '../../../../src/services/billing/index.ts';
import type { AppContext, Subscription } from '../../../../src/services/platform/context.ts';
import type { Task } from '../../../../src/services/platform/task.ts';
import { createMeasures } from '../../../../src/services/platform/measures.ts';
import { bookingMeasures } from '../../../../src/services/scheduling/bookings/booking-figures.ts';
import { derivedSecrets } from '../../../../src/services/platform/derived-secrets.ts';
import type { EntityManager } from '../../../../src/services/platform/orm/orm.ts';
import {
  bookingSubscriptions,
  bookingTasks,
  createBooking,
  showBooking,
  verifyBookings,
  type BookingRow,
  type CreateBooking,
  type CreatedBooking,
} from '../../../../src/services/scheduling/index.ts';
import { testClock } from '../../../support/clock.ts';
import { nobody } from '../../../support/make/actor.ts';
import { makeArtisan, makeOffering, makeOpening } from '../../../support/make/scheduling.ts';
import { noLimits } from '../../../support/no-limits.ts';
import { createWorld, type World } from '../../../support/world.ts';
import { billables } from '../../billing/billing-world.ts';

type Booked = Pick<CreateBooking, 'offeringId'> & Partial<CreateBooking>;

export interface BookingWorld extends World {
  readonly payments: SandboxPayments;
  readonly ctx: (actor?: Actor) => AppContext;
  /** Who gives what; each call makes another artisan. */
  readonly offering: (
    facts?: Parameters<typeof makeOffering>[2],
    artisan?: Parameters<typeof makeArtisan>[1],
  ) => Promise<{ offeringId: string; artisanId: string }>;
  readonly create: (input: Booked, actor?: Actor) => Promise<CreatedBooking>;
  readonly book: (input: Booked, actor?: Actor) => Promise<string>;
  readonly shown: (id: string) => Promise<BookingRow>;
  readonly quanta: (artisanId: string) => Promise<number>;
  /** What the provider answers instead, from now on. */
  readonly answering: (other: Partial<IntentsPort>) => void;
  /** The payer's browser finishes the form; answers its events. */
  readonly pay: (created: CreatedBooking) => Promise<readonly SignedEvent[]>;
  readonly deliver: (events: readonly SignedEvent[]) => Promise<void>;
  readonly faults: () => ReturnType<typeof verifyBookings>;
}

/** 2027-01-12 at 10:00 in Paris, a Tuesday. */
export const tuesday = new Date('2027-01-12T09:00:00Z');

/** Whoever books unless a test says otherwise. */
export const someone = {
  startsAt: tuesday,
  customer: { name: 'Claire Dumas', email: 'claire.dumas@example.org' },
  locale: 'fr' as const,
  termsVersion: '2026-01',
};

/** Of billing's, those that reach the sandbox: the others write mails and documents. */
const paying = ['cancel-intent', 'request-refund', 'alert-refund-due', 'apply-payment-event', 'credit-later'];
const tasks = [
  ...bookingTasks,
  ...billingTasks.filter(({ definition: { kind } }) => paying.includes(kind.replace('billing.', ''))),
];

export interface BookingWorldOptions {
  /** What else happens after a commit. */
  readonly more?: { readonly tasks: readonly Task[]; readonly subscriptions: readonly Subscription[] };
  readonly startsAt?: string;
}

export async function createBookingWorld({ more, startsAt }: BookingWorldOptions = {}): Promise<BookingWorld> {
  const clock = testClock(startsAt ?? '2027-01-04T08:00:00Z');
  const opened: { sandbox?: SandboxPayments } = {};
  let instead: Partial<IntentsPort> = {};
  const world = await createWorld({
    clock,
    tasks: [...tasks, ...(more?.tasks ?? [])],
    subscriptions: [...billingSubscriptions, ...bookingSubscriptions, ...(more?.subscriptions ?? [])],
    services: {
      limits: noLimits,
      measures: createMeasures(bookingMeasures),
      derived: derivedSecrets(Buffer.alloc(32, 1)),
      billables,
      get payments() {
        const sandbox = opened.sandbox as SandboxPayments;
        return paymentProviders({ ...sandbox, intents: { ...sandbox.intents, ...instead } });
      },
    },
  });
  const sandbox = sandboxPayments({
    directory: join(world.config.dataDir, 'sandbox'),
    secret: Buffer.alloc(32, 7),
    publicUrl: 'http://localhost:4000',
    clock,
    isProduction: false,
  });
  opened.sandbox = sandbox;
  const make = <T>(work: (em: EntityManager) => T): Promise<T> =>
    world.run(async ({ em }, _: null) => work(em as EntityManager), null);
  const ctx = (actor: Actor = nobody): AppContext => world.contextFor(actor);
  const create = (input: Booked, actor?: Actor) => createBooking(ctx(actor), { ...someone, ...input });
  return {
    ...world,
    payments: sandbox,
    ctx,
    offering: (facts = {}, artisan = {}) =>
      make((em) => {
        const who = makeArtisan(em, artisan);
        makeOpening(em, who);
        return { offeringId: makeOffering(em, who, facts).id, artisanId: who.id };
      }),
    create,
    book: async (input, actor) => (await create(input, actor)).bookingId,
    shown: (id) => showBooking(world.readContext(), id),
    quanta: async (artisanId) =>
      (await world.db.selectFrom('quantum').select('q').where('artisan_id', '=', artisanId).execute()).length,
    answering: (other) => void (instead = other),
    pay: async ({ payment }) =>
      sandbox.simulator.intents.confirm(payment?.clientSecret ?? '', { number: testCards.visa.number }),
    async deliver(events) {
      for (const { body, signature } of events)
        await receiveWebhook(ctx(), { provider: sandbox, rawBody: Buffer.from(body), signature });
      await world.worker.runDue();
    },
    faults: () => verifyBookings(world.db),
  };
}

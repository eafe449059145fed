/**
 * Subscriptions of the sandbox: a saved card is charged once for each period, when its clock has come there. The clock moves when somebody
 * advances it; then what became due happens in order, and its events are to be delivered. Facts, written once, as the others are.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { nextStart } from '../../../kernel/plan-calendar.ts';
import { planIntervals } from '../../../kernel/plans.ts';
import {
  PaymentFailure,
  type ProviderSubscription,
  type SubscriptionCharge,
  type SubscriptionsPort,
  type SubscriptionTerms,
} from '../port.ts';
import { readFact, writeFactOnce } from './facts.ts';
import { sandboxIdOf, type SandboxParts } from './sandbox-cards.ts';
import type { Collect } from './sandbox-intents.ts';
import type { SignedEvent } from './signed-event.ts';

const terms = {
  amount: z.object({ amount: z.int(), currency: z.string() }),
  interval: z.enum(planIntervals),
  productId: z.string(),
  priceId: z.string().nullable().default(null),
  methodId: z.string(),
};
const changed = z.object(terms);
const request = z.object({
  ...terms,
  reference: z.string(),
  customerId: z.string(),
  startsOn: z.string(),
  anchorDay: z.int(),
});
const made = z.object({ amount: terms.amount, startsAt: z.iso.datetime() });
const attempt = z.object({ at: z.iso.datetime(), paidBy: z.string().nullable() });
const anything = z.looseObject({});

/** What an id may look like: it becomes a file's name. */
const idForm = /^sub_sandbox_[0-9a-f]{40}$/;
const chargeForm = /^(sub_sandbox_[0-9a-f]{40})_in_(\d+)$/;
const chargeIdOf = (id: string, index: number): string => `${id}_in_${index}`;
const subscriptionOf = (chargeId: string): string => chargeForm.exec(chargeId)?.[1] ?? '';

/** A charge that was refused is tried again on these days after its first. */
const retryDays = [1, 3, 7] as const;
const dayMs = 24 * 3_600_000;

/** What time and people do at the provider. Each answers the events to deliver. */
export interface SubscriptionSimulator {
  /** Everything that became due until now: charges, attempts, and what is tried again. */
  advance(): Promise<readonly SignedEvent[]>;
  /** Somebody ends it at the provider. */
  end(subscriptionId: string): Promise<readonly SignedEvent[]>;
}

function subscriptionFacts(directory: string) {
  const folder = join(directory, 'subscriptions');
  const place = (name: string): string => join(folder, `${name}.json`);
  const read = <T>(name: string, shape: z.ZodType<T>): Promise<T | undefined> => readFact(place(name), shape);
  const write = (name: string, value: object): Promise<void> => writeFactOnce(place(name), value);
  /** Those of a kind, in order. */
  async function listed<T>(name: string, shape: z.ZodType<T>): Promise<T[]> {
    const found: T[] = [];
    for (
      let fact = await read(`${name}.0`, shape);
      fact !== undefined;
      fact = await read(`${name}.${found.length}`, shape)
    )
      found.push(fact);
    return found;
  }
  return {
    write,
    isKnown: async (name: string) => (await read(name, anything)) !== undefined,
    requestOf: async (id: string) => (idForm.test(id) ? read(`${id}.subscription`, request) : undefined),
    changesOf: (id: string) => listed(`${id}.terms`, changed),
    chargesOf: (id: string) => listed(`${id}.charge`, made),
    attemptsAt: (chargeId: string) => listed(`${chargeId}.attempt`, attempt),
    ids: async (): Promise<string[]> =>
      (await readdir(folder).catch(() => []))
        .filter((name) => name.endsWith('.subscription.json'))
        .map((name) => name.slice(0, -'.subscription.json'.length))
        .sort(),
  };
}

type Facts = ReturnType<typeof subscriptionFacts>;
type Known = z.infer<typeof request>;

async function requireKnown(facts: Facts, id: string): Promise<Known> {
  const found = await facts.requestOf(id);
  if (found === undefined) throw new PaymentFailure('refused', 'resource_missing');
  return found;
}

const isEnded = (facts: Facts, id: string): Promise<boolean> => facts.isKnown(`${id}.ended`);

async function termsOf(facts: Facts, id: string): Promise<Known> {
  const known = await requireKnown(facts, id);
  return { ...known, ...(await facts.changesOf(id)).at(-1) };
}

/** When the charge of this index is made: at noon, as by Stripe. */
function chargeTime({ startsOn, interval, anchorDay }: Known, index: number): Date {
  let day = startsOn;
  for (let i = 0; i < index; i += 1) day = nextStart(day, { interval, anchorDay });
  return new Date(`${day}T12:00:00Z`);
}

async function chargeOf(facts: Facts, id: string): Promise<SubscriptionCharge | undefined> {
  const [subscriptionId, index] = [subscriptionOf(id), Number(chargeForm.exec(id)?.[2])];
  const charge = (await facts.chargesOf(subscriptionId))[index];
  if (charge === undefined) return undefined;
  const attempts = await facts.attemptsAt(id);
  const providerPaymentId = attempts.find(({ paidBy }) => paidBy !== null)?.paidBy ?? null;
  const unpaid = (await facts.isKnown(`${id}.dropped`)) ? 'DROPPED' : 'OPEN';
  const status = providerPaymentId === null ? unpaid : 'PAID';
  return {
    ...{ id, subscriptionId, status, providerPaymentId, amount: charge.amount, startsAt: new Date(charge.startsAt) },
    reference: (await requireKnown(facts, subscriptionId)).reference,
    isRefused: status === 'OPEN' && attempts.length > 0,
  };
}

async function stateOf(facts: Facts, id: string): Promise<ProviderSubscription> {
  const known = await termsOf(facts, id);
  const count = (await facts.chargesOf(id)).length;
  const last = count === 0 ? undefined : await chargeOf(facts, chargeIdOf(id, count - 1));
  const { reference, amount, interval, productId, priceId, methodId } = known;
  return {
    ...{ id, reference, amount, interval, productId, priceId, methodId },
    isLive: !(await isEnded(facts, id)),
    cancelsAtPeriodEnd: false,
    nextChargeAt: chargeTime(known, count),
    lastCharge: last === undefined ? null : { id: last.id, isOpen: last.status === 'OPEN' },
  };
}

export interface SubscriptionParts extends SandboxParts {
  /** Charges a saved card, its owner not there. */
  readonly collect: Collect;
}

export function sandboxSubscriptions(parts: SubscriptionParts) {
  const facts = subscriptionFacts(parts.directory);
  return { port: portOf(parts.secret, facts), simulator: simulatorOf(parts, facts) };
}

const portOf = (secret: Buffer, facts: Facts): SubscriptionsPort => ({
  async createSubscription({ key, ...wanted }) {
    const id = sandboxIdOf(secret, 'sub', key);
    await facts.write(`${id}.subscription`, wanted);
    return stateOf(facts, id);
  },
  readSubscription: async (id) => ((await facts.requestOf(id)) === undefined ? undefined : stateOf(facts, id)),
  async changeSubscription(id, { amount, interval, productId, priceId, methodId }: SubscriptionTerms) {
    await requireKnown(facts, id);
    const { length } = await facts.changesOf(id);
    await facts.write(`${id}.terms.${length}`, { amount, interval, productId, priceId, methodId });
  },
  async endSubscription(id) {
    if ((await facts.requestOf(id)) !== undefined) await facts.write(`${id}.ended`, {});
  },
  readCharge: (id) => chargeOf(facts, id),
  async dropCharge(id) {
    if ((await chargeOf(facts, id))?.status !== 'OPEN') throw new PaymentFailure('refused', 'invoice_not_open');
    await facts.write(`${id}.dropped`, {});
  },
});

/** The attempts to collect charges, each with its event. */
function attemptsOf({ clock, collect, sign }: SubscriptionParts, facts: Facts) {
  async function tryCharge(id: string, at: Date): Promise<SignedEvent> {
    const subscription = subscriptionOf(id);
    const [{ customerId, methodId }, charge] = [await termsOf(facts, subscription), await chargeOf(facts, id)];
    const { amount } = charge as SubscriptionCharge;
    const paidBy = await collect({ reference: id, amount, customerId, methodId });
    const { length } = await facts.attemptsAt(id);
    await facts.write(`${id}.attempt.${length}`, { at: at.toISOString(), paidBy });
    const parent = { subscription_details: { subscription } };
    return sign(paidBy === null ? 'invoice.payment_failed' : 'invoice.paid', { id, object: 'invoice', parent });
  }

  return {
    tryCharge,
    /** The next attempt of an open charge, when its day has come. */
    async retry(id: string, startsAt: Date): Promise<SignedEvent | undefined> {
      if ((await chargeOf(facts, id))?.status !== 'OPEN') return undefined;
      // One without an attempt was left by a process that died.
      const days = [0, ...retryDays][(await facts.attemptsAt(id)).length];
      const due = days === undefined ? undefined : new Date(startsAt.getTime() + days * dayMs);
      return due === undefined || due > clock.now() ? undefined : tryCharge(id, due);
    },
  };
}

function simulatorOf(parts: SubscriptionParts, facts: Facts): SubscriptionSimulator {
  const { tryCharge, retry } = attemptsOf(parts, facts);

  /** What of it is due first, if anything: an open charge that is tried again, or the next one. */
  async function stepOf(id: string): Promise<SignedEvent | undefined> {
    if (await isEnded(facts, id)) return undefined;
    const charges = await facts.chargesOf(id);
    for (const [index, { startsAt }] of charges.entries()) {
      const event = await retry(chargeIdOf(id, index), new Date(startsAt));
      if (event !== undefined) return event;
    }
    const known = await termsOf(facts, id);
    const next = chargeTime(known, charges.length);
    if (next > parts.clock.now()) return undefined;
    await facts.write(`${id}.charge.${charges.length}`, { amount: known.amount, startsAt: next.toISOString() });
    return tryCharge(chargeIdOf(id, charges.length), next);
  }

  return {
    async advance() {
      const events: SignedEvent[] = [];
      for (const id of await facts.ids())
        for (let event = await stepOf(id); event !== undefined; event = await stepOf(id)) events.push(event);
      return events;
    },
    async end(id) {
      await requireKnown(facts, id);
      await facts.write(`${id}.ended`, {});
      return [await parts.sign('customer.subscription.deleted', { id, object: 'subscription' })];
    },
  };
}

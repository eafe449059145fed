/** Payments of forms and by saved cards in the sandbox: facts, written once, of which the first that ends a payment counts. */
import { join } from 'node:path';
import { z } from 'zod';
import {
  PaymentFailure,
  type IntentReading,
  type IntentRequest,
  type IntentsPort,
  type ProviderAmount,
  type ReadingStatus,
} from '../port.ts';
import { readFact, writeFactOnce } from './facts.ts';
import {
  idOfSecret,
  sandboxIdOf,
  sandboxPublishableKey,
  secretOf,
  type NewCard,
  type SandboxCards,
  type SandboxParts,
} from './sandbox-cards.ts';
import type { SignedEvent } from './signed-event.ts';
import { testCardOf } from './test-cards.ts';

const request = z.object({
  /** Null for one that a subscription made. */
  paymentId: z.string().nullable(),
  amount: z.object({ amount: z.int(), currency: z.string() }),
  metadata: z.record(z.string(), z.string()),
  capture: z.enum(['NOW', 'LATER']),
  customerId: z.string().nullable(),
  savesMethod: z.boolean(),
  methodId: z.string().nullable(),
});
type Intent = z.infer<typeof request>;
const held = z.object({ captureBefore: z.iso.datetime() });
const asked = z.object({ number: z.string() });
const declined = z.object({ reason: z.string() });
const end = z.object({ how: z.enum(['PAID', 'CANCELLED']) });

const idForm = /^pi_sandbox_[0-9a-f]{40}$/;
/** As long as most cards hold an amount. */
export const holdMs = 7 * 24 * 3_600_000;

/** What the payer does in a form, and time with a hold. Each answers the events to deliver. */
export interface IntentSimulator {
  /** The payer gives a card. One whose bank asks its owner waits for `authenticate`. */
  confirm(clientSecret: string, card: NewCard): Promise<readonly SignedEvent[]>;
  /** The bank has asked its owner. */
  authenticate(clientSecret: string, passes: boolean): Promise<readonly SignedEvent[]>;
  /** A hold that nobody took in time: its end must have passed. */
  lapse(clientSecret: string): Promise<readonly SignedEvent[]>;
}

/** Charges a saved card by itself, again until it passes; answers the payment, or null while the card is refused. */
export type Collect = (wanted: {
  readonly reference: string;
  readonly amount: ProviderAmount;
  readonly customerId: string;
  readonly methodId: string;
}) => Promise<string | null>;

function intentFacts(directory: string) {
  const place = (id: string, fact: string): string => join(directory, 'intents', `${id}.${fact}.json`);
  const read = async <T>(id: string, fact: string, shape: z.ZodType<T>): Promise<T | undefined> =>
    idForm.test(id) ? readFact(place(id, fact), shape) : undefined;
  return {
    write: (id: string, fact: string, value: object) => writeFactOnce(place(id, fact), value),
    intentOf: (id: string) => read(id, 'intent', request),
    endOf: async (id: string) => (await read(id, 'end', end))?.how,
    heldUntil: async (id: string) => (await read(id, 'held', held))?.captureBefore,
    askedCard: (id: string) => read(id, 'asked', asked),
    declineOf: async (id: string) => (await read(id, 'declined', declined))?.reason ?? null,
  };
}

type IntentFacts = ReturnType<typeof intentFacts>;

async function readingOf(facts: IntentFacts, id: string, now: Date): Promise<IntentReading | undefined> {
  const intent = await facts.intentOf(id);
  if (intent === undefined) return undefined;
  const until = await facts.heldUntil(id);
  const captureBefore = until === undefined ? null : new Date(until);
  const how = await facts.endOf(id);
  const waits: ReadingStatus = captureBefore === null ? 'OPEN' : captureBefore <= now ? 'EXPIRED' : 'AUTHORIZED';
  return {
    sessionId: null,
    providerPaymentId: id,
    reference: intent.paymentId,
    metadata: intent.metadata,
    status: how === undefined ? waits : how === 'PAID' ? 'PAID' : 'EXPIRED',
    amount: intent.amount,
    failureReason: how === 'PAID' ? null : await facts.declineOf(id),
    captureBefore,
    clientSecret: secretOf(id),
  };
}

interface IntentParts extends SandboxParts {
  readonly cards: SandboxCards;
}

/** How a payment moves: pays or holds, and refuses what its state does not allow. */
function movesOf({ clock, cards }: IntentParts, facts: IntentFacts) {
  const known = async (id: string): Promise<{ intent: Intent; status: ReadingStatus }> => {
    const intent = await facts.intentOf(id);
    const reading = await readingOf(facts, id, clock.now());
    if (intent === undefined || reading === undefined) throw new PaymentFailure('refused', 'resource_missing');
    return { intent, status: reading.status };
  };
  const requireStatus = async (id: string, ...wanted: ReadingStatus[]): Promise<Intent> => {
    const { intent, status } = await known(id);
    if (!wanted.includes(status)) throw new PaymentFailure('refused', 'payment_intent_unexpected_state');
    return intent;
  };
  return {
    requireStatus,
    /** The card passes: the amount is taken, or held; the card is saved where the payer wanted it. Answers its saved id. */
    async pass(id: string, card: NewCard): Promise<string | null> {
      const intent = await requireStatus(id, 'OPEN');
      if (intent.capture === 'NOW') await facts.write(id, 'end', { how: 'PAID' });
      else await facts.write(id, 'held', { captureBefore: new Date(clock.now().getTime() + holdMs).toISOString() });
      await requireStatus(id, 'PAID', 'AUTHORIZED');
      return intent.savesMethod && intent.customerId !== null ? cards.save(id, intent.customerId, card) : null;
    },
    async finish(id: string, how: 'PAID' | 'CANCELLED'): Promise<void> {
      await facts.write(id, 'end', { how });
      if ((await facts.endOf(id)) !== how) throw new PaymentFailure('refused', 'payment_intent_unexpected_state');
    },
  };
}

type Moves = ReturnType<typeof movesOf>;

export function sandboxIntents(parts: IntentParts) {
  const { secret, clock } = parts;
  const facts = intentFacts(parts.directory);
  const moves = movesOf(parts, facts);
  const read = (id: string): Promise<IntentReading | undefined> => readingOf(facts, id, clock.now());

  /** By a saved card, its owner not there. */
  async function charge(id: string, methodId: string): Promise<void> {
    const number = await parts.cards.numberOf(methodId);
    if (number === undefined) throw new PaymentFailure('refused', 'resource_missing');
    const { offSession } = testCardOf(number);
    if (offSession !== 'SUCCEEDS') await facts.write(id, 'declined', { reason: offSession });
    else if ((await facts.endOf(id)) === undefined) await moves.pass(id, { number });
  }

  const port: IntentsPort = {
    publishableKey: sandboxPublishableKey,
    async createIntent({ description: _, ...wanted }: IntentRequest) {
      const id = sandboxIdOf(secret, 'pi', wanted.paymentId);
      await facts.write(id, 'intent', { ...wanted, metadata: { ...wanted.metadata } });
      if (wanted.methodId !== null) await charge(id, wanted.methodId);
      return (await read(id)) as IntentReading;
    },
    readIntent: read,
    async captureIntent({ providerPaymentId }) {
      await moves.requireStatus(providerPaymentId, 'AUTHORIZED');
      await moves.finish(providerPaymentId, 'PAID');
    },
    async cancelIntent(id) {
      await moves.requireStatus(id, 'OPEN', 'AUTHORIZED', 'EXPIRED');
      await moves.finish(id, 'CANCELLED');
    },
  };
  const paidAmount = async (id: string): Promise<ProviderAmount | undefined> => {
    const reading = await read(id);
    return reading?.status === 'PAID' ? (reading.amount ?? undefined) : undefined;
  };
  const collect: Collect = async ({ reference, methodId, ...wanted }) => {
    const id = sandboxIdOf(secret, 'pi', reference);
    const intent = { ...wanted, paymentId: null, metadata: {}, capture: 'NOW', savesMethod: false, methodId };
    await facts.write(id, 'intent', intent);
    await charge(id, methodId);
    return (await facts.endOf(id)) === 'PAID' ? id : null;
  };
  return { port, paidAmount, collect, simulator: simulatorOf(parts, facts, moves) };
}

function simulatorOf(parts: IntentParts, facts: IntentFacts, moves: Moves): IntentSimulator {
  const { cards } = parts;
  const sign = async (type: string, id: string): Promise<SignedEvent> => {
    const metadata = { paymentId: (await facts.intentOf(id))?.paymentId ?? '' };
    const object = { id, object: 'payment_intent', metadata };
    return parts.sign(`payment_intent.${type}`, object);
  };
  const passed = async (id: string, card: NewCard): Promise<readonly SignedEvent[]> => {
    const methodId = await moves.pass(id, card);
    const isPaid = (await facts.endOf(id)) === 'PAID';
    return [
      await sign(isPaid ? 'succeeded' : 'amount_capturable_updated', id),
      ...(methodId === null ? [] : [await cards.sign('payment_method.attached', methodId)]),
    ];
  };
  const refused = async (id: string, reason: string): Promise<readonly SignedEvent[]> => {
    await facts.write(id, 'declined', { reason });
    return [await sign('payment_failed', id)];
  };
  return {
    async confirm(clientSecret, card) {
      const id = idOfSecret(clientSecret);
      await moves.requireStatus(id, 'OPEN');
      const { form } = testCardOf(card.number);
      if (form === 'SUCCEEDS') return passed(id, card);
      if (form !== 'ASKS') return refused(id, form);
      await facts.write(id, 'asked', { number: card.number });
      return [await sign('requires_action', id)];
    },
    async authenticate(clientSecret, passes) {
      const id = idOfSecret(clientSecret);
      const intent = await moves.requireStatus(id, 'OPEN');
      const saved = intent.methodId === null ? undefined : await cards.numberOf(intent.methodId);
      const number = (await facts.askedCard(id))?.number ?? saved;
      if (number === undefined) throw new PaymentFailure('refused', 'payment_intent_unexpected_state');
      return passes ? passed(id, { number }) : refused(id, 'payment_intent_authentication_failure');
    },
    async lapse(clientSecret) {
      const id = idOfSecret(clientSecret);
      await moves.requireStatus(id, 'EXPIRED');
      return [await sign('canceled', id)];
    },
  };
}

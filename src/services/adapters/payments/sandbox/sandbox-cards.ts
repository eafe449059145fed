/** Customers of the sandbox and the cards that they saved: facts, written once, as its sessions are. */
import { createHmac } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import { PaymentFailure, type CardsPort, type ProviderCard } from '../port.ts';
import { readFact, writeFactOnce } from './facts.ts';
import type { SignedEvent, Signer } from './signed-event.ts';
import { testCardOf } from './test-cards.ts';

const customer = z.object({ reference: z.string() });
const setup = z.object({ customerId: z.string() });
const done = z.object({ methodId: z.string() });
const method = z.object({ customerId: z.string(), number: z.string(), expMonth: z.int(), expYear: z.int() });
const anything = z.looseObject({});

/** What an id may look like: it becomes a file's name. */
const idForm = /^(?:cus|seti|pm)_sandbox_[0-9a-f]{40}$/;

export interface SandboxParts {
  readonly directory: string;
  readonly secret: Buffer;
  readonly sign: Signer;
  readonly clock: Clock;
}

/** Of a card that is being saved: two digits of the month, and the year. */
export interface NewCard {
  readonly number: string;
  readonly expMonth?: number;
  readonly expYear?: number;
}

/** What the payer does in the form of a saved card, and somebody at the provider with a card. */
export interface CardSimulator {
  /** The card is saved, its bank having asked its owner where it must; refuses a card that its bank refuses. */
  completeSetup(clientSecret: string, card: NewCard): Promise<readonly SignedEvent[]>;
  /** The bank refused. */
  failSetup(clientSecret: string): Promise<readonly SignedEvent[]>;
  /** Somebody removes the card at the provider. */
  detach(methodId: string): Promise<readonly SignedEvent[]>;
}

export const sandboxPublishableKey = 'pk_test_sandbox';
export const secretOf = (id: string): string => `${id}_secret_sandbox`;
export const idOfSecret = (clientSecret: string): string => clientSecret.replace(/_secret_\w+$/, '');

export function sandboxIdOf(secret: Buffer, prefix: string, text: string): string {
  const digest = createHmac('sha256', secret).update(`${prefix}:${text}`).digest('hex');
  return `${prefix}_sandbox_${digest.slice(0, 40)}`;
}

function cardFacts({ directory, secret }: SandboxParts) {
  const folder = join(directory, 'cards');
  const place = (id: string, fact: string): string => join(folder, `${id}.${fact}.json`);
  const read = async <T>(id: string, fact: string, shape: z.ZodType<T>): Promise<T | undefined> =>
    idForm.test(id) ? readFact(place(id, fact), shape) : undefined;

  async function cardOf(methodId: string): Promise<ProviderCard | undefined> {
    const saved = await read(methodId, 'method', method);
    if (saved === undefined) return undefined;
    const isDetached = (await read(methodId, 'detached', anything)) !== undefined;
    return {
      methodId,
      customerId: isDetached ? null : saved.customerId,
      brand: testCardOf(saved.number).brand,
      last4: saved.number.slice(-4),
      expMonth: saved.expMonth,
      expYear: saved.expYear,
      fingerprint: createHmac('sha256', secret).update(saved.number).digest('hex').slice(0, 16),
    };
  }

  return {
    read,
    cardOf,
    write: (id: string, fact: string, value: object) => writeFactOnce(place(id, fact), value),
    methodIds: async (): Promise<string[]> =>
      (await readdir(folder).catch(() => []))
        .filter((name) => name.endsWith('.method.json'))
        .map((name) => name.slice(0, -'.method.json'.length))
        .sort(),
  };
}

type CardFacts = ReturnType<typeof cardFacts>;
type Sign = (type: string, id: string) => Promise<SignedEvent>;

export function sandboxCards(parts: SandboxParts) {
  const { secret, clock } = parts;
  const facts = cardFacts(parts);
  const sign: Sign = (type, id) => parts.sign(type, { id, object: type.split('.')[0] });

  /** The card of a form is saved; `origin` is the setup or the payment that saved it. */
  async function save(origin: string, customerId: string, card: NewCard): Promise<string> {
    const methodId = sandboxIdOf(secret, 'pm', origin);
    const expYear = card.expYear ?? clock.now().getUTCFullYear() + 4;
    await facts.write(methodId, 'method', { customerId, number: card.number, expMonth: card.expMonth ?? 12, expYear });
    return methodId;
  }

  const port = portOf(secret, facts);
  const numberOf = async (methodId: string): Promise<string | undefined> =>
    (await facts.read(methodId, 'method', method))?.number;
  return { port, simulator: simulatorOf({ facts, port, save, sign }), save, numberOf, sign };
}

const portOf = (secret: Buffer, { read, write, cardOf, methodIds }: CardFacts): CardsPort => ({
  publishableKey: sandboxPublishableKey,
  async createCustomer({ reference }) {
    const id = sandboxIdOf(secret, 'cus', reference);
    await write(id, 'customer', { reference });
    return id;
  },
  async beginSetup({ customerId, key }) {
    if ((await read(customerId, 'customer', customer)) === undefined)
      throw new PaymentFailure('refused', 'resource_missing');
    const id = sandboxIdOf(secret, 'seti', key);
    await write(id, 'setup', { customerId });
    return { clientSecret: secretOf(id) };
  },
  async readSetup(setupId) {
    const found = await read(setupId, 'setup', setup);
    return found && { ...found, methodId: (await read(setupId, 'done', done))?.methodId ?? null };
  },
  readCard: cardOf,
  async listCards(customerId) {
    const cards = await Promise.all((await methodIds()).map(cardOf));
    return cards.filter((card): card is ProviderCard => card?.customerId === customerId);
  },
  async detachCard(methodId) {
    if ((await cardOf(methodId)) !== undefined) await write(methodId, 'detached', {});
  },
});

interface SimulatorParts {
  readonly facts: CardFacts;
  readonly port: CardsPort;
  readonly save: (origin: string, customerId: string, card: NewCard) => Promise<string>;
  readonly sign: Sign;
}

function simulatorOf({ facts, port, save, sign }: SimulatorParts): CardSimulator {
  async function setupOf(clientSecret: string): Promise<{ setupId: string; customerId: string }> {
    const setupId = idOfSecret(clientSecret);
    const found = await facts.read(setupId, 'setup', setup);
    if (found === undefined) throw new PaymentFailure('refused', 'resource_missing');
    return { setupId, ...found };
  }
  return {
    async completeSetup(clientSecret, card) {
      const { setupId, customerId } = await setupOf(clientSecret);
      const { form } = testCardOf(card.number);
      if (form !== 'SUCCEEDS' && form !== 'ASKS') throw new PaymentFailure('refused', form);
      const methodId = await save(setupId, customerId, card);
      await facts.write(setupId, 'done', { methodId });
      return [await sign('setup_intent.succeeded', setupId), await sign('payment_method.attached', methodId)];
    },
    async failSetup(clientSecret) {
      return [await sign('setup_intent.setup_failed', (await setupOf(clientSecret)).setupId)];
    },
    async detach(methodId) {
      await port.detachCard(methodId);
      return [await sign('payment_method.detached', methodId)];
    },
  };
}

export type SandboxCards = ReturnType<typeof sandboxCards>;

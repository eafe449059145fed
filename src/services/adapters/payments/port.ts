/**
 * A provider of payments, cut by what it can do. An event is trusted only after its signature was checked AND its object was
 * read again; amount, currency and target are then compared with ours by `billing`.
 */
import type { CataloguePort } from './capabilities/catalogue.ts';
import type { CheckoutPort } from './capabilities/checkout.ts';
import type { DisputesPort } from './capabilities/disputes.ts';
import type { EventHistoryPort } from './capabilities/event-history.ts';
import type { EventsPort } from './capabilities/events.ts';
import type { PushPort } from './capabilities/push.ts';
import type { CardsPort } from './capabilities/cards.ts';
import type { IntentsPort } from './capabilities/intents.ts';
import type { RefundsPort } from './capabilities/refunds.ts';
import type { SimulationPort } from './capabilities/simulation.ts';
import type { SubscriptionsPort } from './capabilities/subscriptions.ts';

export * from './capabilities/amount.ts';
export * from './capabilities/cards.ts';
export * from './capabilities/catalogue.ts';
export * from './capabilities/checkout.ts';
export * from './capabilities/disputes.ts';
export * from './capabilities/event-history.ts';
export * from './capabilities/events.ts';
export * from './capabilities/failure.ts';
export * from './capabilities/intents.ts';
export * from './capabilities/payment-reading.ts';
export * from './capabilities/push.ts';
export * from './capabilities/refunds.ts';
export * from './capabilities/simulation.ts';
export * from './capabilities/subscriptions.ts';

/** What a provider may be able to do. It has the capabilities that it implements, and no others. */
export interface Capabilities {
  readonly checkout: CheckoutPort;
  readonly intents: IntentsPort;
  readonly cards: CardsPort;
  readonly refunds: RefundsPort;
  readonly disputes: DisputesPort;
  readonly events: EventsPort;
  readonly catalogue: CataloguePort;
  readonly eventHistory: EventHistoryPort;
  readonly subscriptions: SubscriptionsPort;
  readonly push: PushPort;
  readonly simulation: SimulationPort;
}
export type Capability = keyof Capabilities;

/** One provider. Must not throw anything but `PaymentFailure`. */
export interface PaymentProvider extends Partial<Capabilities> {
  /** Stored with payments, refunds and events, at most 20 characters: `STRIPE`. */
  readonly provider: string;
  /** The least amount that it takes, in minor units by currency; none where it says nothing. */
  readonly smallest?: Readonly<Record<string, number>>;
}

/** A provider that is able to do this. */
export type Able<C extends Capability> = PaymentProvider & Pick<Capabilities, C>;

/** Money that came without a provider, recorded by hand: it is able to do nothing, and what goes back is paid by hand. */
export const offline: PaymentProvider = { provider: 'OFFLINE' };

/** The providers of this installation. `Payment.provider` decides which of them is asked about a payment. */
export interface PaymentProviders {
  /** Opens the pages of new payments. */
  readonly current: Able<'checkout'>;
  /** With those of before, which still send events and know their sessions. */
  readonly all: readonly PaymentProvider[];
}

export const paymentProviders = (
  current: Able<'checkout'>,
  ...others: readonly PaymentProvider[]
): PaymentProviders => ({ current, all: [current, ...others, offline] });

/** The provider of a stored payment or event; undefined when this installation has it no more. */
export const providerNamed = ({ all }: PaymentProviders, provider: string): PaymentProvider | undefined =>
  all.find((each) => each.provider === provider);

/** What the provider of a stored payment can do of this kind; undefined when it cannot, or is here no more. */
export const capabilityOf = <C extends Capability>(
  providers: PaymentProviders,
  provider: string,
  capability: C,
): Capabilities[C] | undefined => {
  const found: Partial<Capabilities> | undefined = providerNamed(providers, provider);
  return found?.[capability];
};

/** The providers that are able to do this. */
export const providersAble = <C extends Capability>({ all }: PaymentProviders, capability: C): readonly Able<C>[] =>
  all.filter((each): each is Able<C> => each[capability] !== undefined);

/** What payers, banks and people at the provider do: of a provider that only pretends, which no production has. */
export interface SimulationPort {
  /** Lets it happen, and has the events of it delivered as the provider would. `refused` when the payment is not there. */
  simulate(what: Simulated): Promise<void>;
}

export const simulatedEvents = [
  'CHECKOUT_SESSION_COMPLETED',
  'CHECKOUT_SESSION_ASYNC_PAYMENT_FAILED',
  'CHECKOUT_SESSION_EXPIRED',
  'PAYMENT_INTENT_SUCCEEDED',
  'PAYMENT_INTENT_REQUIRES_ACTION',
  'PAYMENT_INTENT_PAYMENT_FAILED',
  'PAYMENT_INTENT_CANCELED',
  'SETUP_INTENT_SUCCEEDED',
  'SETUP_INTENT_SETUP_FAILED',
  'CHARGE_REFUNDED',
  'CHARGE_DISPUTE_CREATED',
  /** The clock of subscriptions moves to now: what they charge until then is charged. */
  'TEST_CLOCK_READY',
] as const;
export type SimulatedEvent = (typeof simulatedEvents)[number];

export interface Simulated {
  readonly type: SimulatedEvent;
  /** The payment; null for the saving of a card, and for subscriptions. */
  readonly paymentId: string | null;
  /** The secret of the form that saves a card; null for a payment. */
  readonly clientSecret: string | null;
  /** The number of the card, where one is given; one that passes unless said. */
  readonly cardNumber: string | null;
}

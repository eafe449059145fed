/** What the fake Stripe remembers of payment intents, customers, setups and cards, and how it answers about them. */
import type { StripeContract } from './stripe-server.ts';

type Json = Record<string, unknown>;

/** Stripe's answer to a card that its bank refuses: the intent is in the error. */
export class Refusal extends Error {
  readonly status: number;
  readonly error: Json;

  constructor(status: number, error: Json) {
    super(String(error['code']));
    this.status = status;
    this.error = error;
  }
}

export function stripeObjects(contract: StripeContract) {
  const intents = new Map<string, Json>();
  const setups = new Map<string, Json>();
  const customers = new Map<string, Json>();
  const methods = new Map<string, Json>();
  /** Why saved cards are refused, by id. */
  const refusals = new Map<string, string>();
  let count = 0;
  const next = (prefix: string): string => `${prefix}_${String((count += 1)).padStart(4, '0')}`;

  const createIntent = (form: Json): Json => {
    const id = next('pi');
    const isHeld = form['capture_method'] === 'manual';
    const intent: Json = {
      ...contract.fixture('payment_intent'),
      allowed_payment_method_types: form['allowed_payment_method_types'] ?? null,
      payment_record: null,
      automatic_payment_methods: null,
      last_payment_error: null,
      next_action: null,
      processing: null,
      canceled_at: null,
      shipping: null,
      transfer_data: null,
      id,
      client_secret: `${id}_secret_1`,
      amount: Number(form['amount']),
      currency: form['currency'],
      customer: form['customer'] ?? null,
      description: form['description'] ?? null,
      metadata: form['metadata'] ?? {},
      payment_method: form['payment_method'] ?? null,
      setup_future_usage: form['setup_future_usage'] ?? null,
      capture_method: isHeld ? 'manual' : 'automatic',
      latest_charge: null,
    };
    intents.set(id, intent);
    if (form['confirm'] === 'true') charge(intent);
    return intent;
  };
  const charge = (intent: Json): void => {
    const code = refusals.get(String(intent['payment_method']));
    if (code === undefined) return pay(String(intent['id']));
    intent['last_payment_error'] = { type: 'card_error', code, decline_code: 'generic_decline' };
    throw new Refusal(402, { type: 'card_error', code, message: 'refused', payment_intent: intent });
  };
  const intentAt = (id: string): Json => intents.get(id) as Json;
  /** The payer's card passes: the amount is taken, or held. */
  const pay = (id: string): void => {
    const intent = intentAt(id);
    const isHeld = intent['capture_method'] === 'manual';
    Object.assign(intent, {
      status: isHeld ? 'requires_capture' : 'succeeded',
      amount_received: isHeld ? 0 : intent['amount'],
      amount_capturable: isHeld ? intent['amount'] : 0,
      latest_charge: isHeld
        ? heldCharge()
        : { ...contract.fixture('charge'), payment_method_details: null, refunds: null },
    });
  };
  /** Until when the card holds the amount is among the details of the charge. */
  const heldCharge = (): Json => {
    const charge = contract.fixture('charge');
    const details = charge['payment_method_details'] as { type: string; card: Json };
    const card = { ...details.card, electronic_commerce_indicator: null, capture_before: 1_796_000_000 };
    return { ...charge, refunds: null, payment_method_details: { ...details, card } };
  };
  const requireState = (id: string, ...states: string[]): Json => {
    const intent = intents.get(id);
    if (intent === undefined) throw new Refusal(404, { type: 'invalid_request_error', code: 'resource_missing' });
    if (!states.includes(String(intent['status'])))
      throw new Refusal(400, { type: 'invalid_request_error', code: 'payment_intent_unexpected_state' });
    return intent;
  };

  const createCustomer = (form: Json): Json => {
    const customer = {
      ...contract.fixture('customer'),
      id: next('cus'),
      email: form['email'] ?? null,
      metadata: form['metadata'] ?? {},
    };
    customers.set(customer.id, customer);
    return customer;
  };
  const createSetup = (form: Json): Json => {
    const id = next('seti');
    const setup = {
      ...contract.fixture('setup_intent'),
      allowed_payment_method_types: form['allowed_payment_method_types'] ?? null,
      automatic_payment_methods: null,
      last_setup_error: null,
      next_action: null,
      id,
      client_secret: `${id}_secret_1`,
      customer: form['customer'] ?? null,
      usage: form['usage'],
    };
    setups.set(id, setup);
    return setup;
  };
  /** The payer saves a card in the form of a setup; answers the card. */
  const completeSetup = (id: string): string => {
    const setup = setups.get(id) as Json;
    const method = { ...contract.fixture('payment_method'), id: next('pm'), customer: setup['customer'] };
    methods.set(method.id, method);
    Object.assign(setup, { status: 'succeeded', payment_method: method.id });
    return method.id;
  };

  return {
    intents,
    setups,
    customers,
    methods,
    refusals,
    pay,
    completeSetup,
    make: {
      'POST /v1/payment_intents': createIntent,
      'POST /v1/customers': createCustomer,
      'POST /v1/setup_intents': createSetup,
    } as Readonly<Record<string, (form: Json) => Json>>,
    change: {
      'POST /v1/payment_intents/{id}/capture': (id: string): Json => {
        const intent = requireState(id, 'requires_capture');
        return Object.assign(intent, { status: 'succeeded', amount_received: intent['amount'], amount_capturable: 0 });
      },
      'POST /v1/payment_intents/{id}/cancel': (id: string): Json =>
        Object.assign(requireState(id, 'requires_payment_method', 'requires_action', 'requires_capture'), {
          status: 'canceled',
        }),
      'POST /v1/payment_methods/{id}/detach': (id: string): Json =>
        Object.assign(methods.get(id) as Json, { customer: null }),
    } as Readonly<Record<string, (id: string) => Json>>,
    read: {
      payment_intents: (id: string): Json | undefined => intents.get(id),
      setup_intents: (id: string): Json | undefined => setups.get(id),
      payment_methods: (id: string): Json | undefined => methods.get(id),
    } as Readonly<Record<string, (id: string) => Json | undefined>>,
  };
}

export type StripeObjects = ReturnType<typeof stripeObjects>;

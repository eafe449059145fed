import type { Stripe } from 'stripe';
import { PaymentFailure, type CardsPort, type ProviderCard } from '../port.ts';
import { asking, unlessMissing } from './stripe-failure.ts';

/** Customers and the cards that they saved. */
export const stripeCards = (stripe: Stripe, publishableKey: string): CardsPort => ({
  publishableKey,
  createCustomer: ({ reference, email }) =>
    asking(async () => {
      const params = { email, metadata: { reference } };
      return (await stripe.customers.create(params, { idempotencyKey: `customer:${reference}` })).id;
    }),
  beginSetup: ({ customerId, key }) =>
    asking(async () => {
      const { client_secret: clientSecret } = await stripe.setupIntents.create(
        { customer: customerId, allowed_payment_method_types: ['card'], usage: 'off_session' },
        { idempotencyKey: `setup:${key}` },
      );
      if (clientSecret === null) throw new PaymentFailure('refused', 'setup_without_secret');
      return { clientSecret };
    }),
  readSetup: (id) =>
    unlessMissing(async () => {
      const { status, customer, payment_method: method } = await stripe.setupIntents.retrieve(id);
      return { customerId: idOf(customer), methodId: status === 'succeeded' ? idOf(method) : null };
    }),
  readCard: (id) => unlessMissing(async () => cardOf(await stripe.paymentMethods.retrieve(id))),
  listCards: (customerId) =>
    asking(async () => {
      const found: ProviderCard[] = [];
      for await (const method of stripe.customers.listPaymentMethods(customerId, { type: 'card', limit: 100 })) {
        const card = cardOf(method);
        if (card !== undefined) found.push(card);
      }
      return found;
    }),
  async detachCard(id) {
    const method = await unlessMissing(() => stripe.paymentMethods.retrieve(id));
    // Asked twice, Stripe refuses: a card that belongs to nobody is forgotten.
    if (method === undefined || idOf(method.customer) === null) return;
    await asking(() => stripe.paymentMethods.detach(id, {}, { idempotencyKey: `detach:${id}` }));
  },
});

const idOf = (value: string | { readonly id: string } | null): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null);

const cardOf = ({ id, customer, card }: Stripe.PaymentMethod): ProviderCard | undefined =>
  card === undefined
    ? undefined
    : {
        methodId: id,
        customerId: idOf(customer),
        brand: card.brand,
        last4: card.last4,
        expMonth: card.exp_month,
        expYear: card.exp_year,
        fingerprint: card.fingerprint ?? null,
      };

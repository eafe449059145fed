/** Cards that people save: by a setup or by a payment, replaced, chosen, removed, and charged while their owner is not there. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { authenticationRequired, PaymentFailure } from '../../../src/services/adapters/payments/port.ts';
import { testCards } from '../../../src/services/adapters/payments/sandbox/test-cards.ts';
import { beginCardSetup, removePaymentMethod, setDefaultPaymentMethod } from '../../../src/services/billing/index.ts';
import { billingPersonalData } from '../../../src/services/billing/personal-data.ts';
import { notifyEndingCards } from '../../../src/services/billing/tasks/notify-ending-cards.ts';
import { customer, idOf } from './billing-world.ts';
import { createCardWorld, type CardWorld } from './card-world.ts';

let world: CardWorld;
beforeEach(async () => {
  world = await createCardWorld();
});
afterEach(() => world.close());

const providerCards = async () => {
  const { provider_customer_id: id } = await world.db
    .selectFrom('payment_customer')
    .select('provider_customer_id')
    .where('person_id', '=', world.customerId)
    .executeTakeFirstOrThrow();
  return world.payments.cards.listCards(String(id));
};
const as = <I, O>(useCase: (tx: never, input: I) => Promise<O>, input: I) =>
  world.run(useCase as never, input as never, customer(world.customerId)) as Promise<O>;

describe('saving', () => {
  test('a setup saves a card; the first is the default; the provider knows one customer', async () => {
    const first = await world.saveCard();
    const second = await world.saveCard(testCards.mastercard.number);
    expect(await world.myCards()).toMatchObject([
      { id: first, brand: 'visa', last4: '4242', expMonth: 12, isDefault: true },
      { id: second, brand: 'mastercard', last4: '4444', isDefault: false },
    ]);
    expect(await world.db.selectFrom('payment_customer').select('id').execute()).toHaveLength(1);
  });

  test('a payment saves its card when its payer wants that', async () => {
    const { clientSecret } = await world.form(await world.order(), { saves: true });
    await world.confirm(clientSecret, testCards.mastercard.number);
    expect(await world.myCards()).toMatchObject([{ last4: '4444', isDefault: true }]);
    const other = await world.form(await world.order());
    await world.confirm(other.clientSecret);
    expect(await world.myCards()).toHaveLength(1);
  });

  test('the same card again takes the place of the older one, which the provider forgets', async () => {
    const first = await world.saveCard();
    await world.saveCard(testCards.mastercard.number);
    const again = await world.saveCard();
    expect(await world.myCards()).toMatchObject([{ id: again, isDefault: true }, { last4: '4444' }]);
    expect((await world.myCards()).map(({ id }) => id)).not.toContain(first);
    await world.work();
    expect(await providerCards()).toHaveLength(2);
  });

  test('a refused card is not saved; a card of somebody unknown is waited for; at most twenty', async () => {
    const { clientSecret } = await beginCardSetup(world.contextOf(world.customerId), {});
    await world.deliverAll(await world.payments.simulator.cards.failSetup(clientSecret));
    expect(await world.myCards()).toEqual([]);
    const strange = await world.payments.cards.createCustomer({ reference: 'nobody', email: 'nobody@example.com' });
    const setup = await world.payments.cards.beginSetup({ customerId: strange, key: 'strange' });
    const [event] = await world.payments.simulator.cards.completeSetup(setup.clientSecret, { number: '4242' });
    await world.deliver(event!);
    await expect(world.apply(idOf(event!))).rejects.toMatchObject({ code: 'NOT_FOUND' });

    for (let i = 0; i < 20; i++) await world.saveCard(`41111111111110${String(i).padStart(2, '0')}`);
    await expect(beginCardSetup(world.contextOf(world.customerId), {})).rejects.toMatchObject({
      code: 'TOO_MANY_CARDS',
      details: { most: 20 },
    });
  });
});

describe('changing', () => {
  test('one default each; a removed card is forgotten by the provider, and the newest takes its place', async () => {
    const first = await world.saveCard();
    const second = await world.saveCard(testCards.mastercard.number);
    const third = await world.saveCard(testCards.asksAlways.number);
    await as(setDefaultPaymentMethod, { paymentMethodId: second });
    expect((await world.myCards()).map(({ id, isDefault }) => [id, isDefault])).toEqual([
      [second, true],
      [third, false],
      [first, false],
    ]);
    await as(removePaymentMethod, { paymentMethodId: second });
    await world.work();
    expect(await world.myCards()).toMatchObject([{ id: third, isDefault: true }, { id: first }]);
    expect((await providerCards()).map(({ last4 }) => last4).sort()).toEqual(['3184', '4242']);
    await expect(as(removePaymentMethod, { paymentMethodId: second })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a late event does not bring back a removed card; one removed at the provider goes', async () => {
    const { clientSecret } = await beginCardSetup(world.contextOf(world.customerId), {});
    const events = await world.payments.simulator.cards.completeSetup(clientSecret, { number: '4242' });
    await world.processEvent(events[0]!);
    const [card] = await world.myCards();
    await as(removePaymentMethod, { paymentMethodId: card!.id });
    await world.processEvent(events[1]!);
    expect(await world.myCards()).toEqual([]);

    const kept = await world.saveCard(testCards.mastercard.number);
    const { provider_method_id: id } = await world.db
      .selectFrom('payment_method')
      .select('provider_method_id')
      .where('id', '=', kept)
      .executeTakeFirstOrThrow();
    await world.deliverAll(await world.payments.simulator.cards.detach(id));
    expect(await world.myCards()).toEqual([]);
  });

  test('another person’s card is NOT_FOUND', async () => {
    const card = await world.saveCard();
    const stranger = customer(await world.addCustomer());
    for (const useCase of [setDefaultPaymentMethod, removePaymentMethod])
      await expect(world.run(useCase, { paymentMethodId: card }, stranger)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    const theirs = await world.addCustomer();
    expect(await world.myCards(theirs)).toEqual([]);
  });

  test('an erasure deletes the cards, and the provider forgets them', async () => {
    await world.saveCard();
    const cards = await providerCards();
    const subject = { userId: world.customerId, role: 'CUSTOMER', email: '', locale: 'fr', fileIds: [], traces: [] };
    await world.run((tx, _: object) => billingPersonalData.erase(tx as never, subject as never, []), {});
    expect(await world.db.selectFrom('payment_method').selectAll().execute()).toEqual([]);
    await world.work();
    expect(await world.payments.cards.readCard(cards[0]!.methodId)).toMatchObject({ customerId: null });
  });

  test('owners of cards that end this month get one mail each', async () => {
    await world.saveCard();
    await world.db
      .updateTable('payment_method')
      .set({ exp_month: world.clock.now().getUTCMonth() + 1, exp_year: world.clock.now().getUTCFullYear() })
      .execute();
    await world.saveCard(testCards.mastercard.number);
    for (let run = 0; run < 2; run++) await notifyEndingCards(world.contextOf(), {});
    const mails = await world.db.selectFrom('email_delivery').select('template').execute();
    expect(mails).toEqual([{ template: 'card-ending' }]);
  });
});

describe('charging', () => {
  test('pays at once, and once: the same key answers the same payment', async () => {
    const orderId = await world.order();
    const card = await world.saveCard();
    const paid = await world.charge(orderId, card, 'charge-key-1');
    expect(paid.clientSecret).toBeNull();
    expect(await world.payment(paid.paymentId)).toMatchObject({ status: 'PAID', flow: 'SAVED_METHOD' });
    expect(await world.charge(orderId, card, 'charge-key-1')).toEqual(paid);
    await expect(world.charge(orderId, card)).rejects.toMatchObject({ code: 'ORDER_ALREADY_PAID' });
    expect(await world.invoices()).toHaveLength(1);
  });

  test('a card that wants its owner is answered with a client secret, and paid when they confirm', async () => {
    const orderId = await world.order();
    const { paymentId, clientSecret } = await world.charge(orderId, await world.saveCard(testCards.asksAlways.number));
    expect(clientSecret).toMatch(/_secret_/);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PENDING', failure_reason: authenticationRequired });
    await world.authenticate(clientSecret);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
  });

  test('a refused card ends the payment, here and at the provider, and the order can be paid otherwise', async () => {
    const orderId = await world.order();
    const { paymentId, clientSecret } = await world.charge(
      orderId,
      await world.saveCard(testCards.declinedLater.number),
    );
    expect(clientSecret).toBeNull();
    expect(await world.payment(paymentId)).toMatchObject({ status: 'FAILED', failure_reason: 'generic_decline' });
    await world.work();
    const id = String((await world.payment(paymentId))['provider_payment_id']);
    expect(await world.payments.intents.readIntent(id)).toMatchObject({ status: 'EXPIRED' });
    expect(await world.payment(paymentId)).toMatchObject({ status: 'FAILED' });
    const other = await world.charge(orderId, await world.saveCard());
    expect(await world.payment(other.paymentId)).toMatchObject({ status: 'PAID' });
  });

  test('silence after the card was charged: in doubt, nothing else is tried, and it is charged once', async () => {
    const orderId = await world.order();
    const card = await world.saveCard();
    world.answering({
      createIntent: async (request) => {
        await world.payments.intents.createIntent(request);
        throw new PaymentFailure('unavailable', 'timeout');
      },
    });
    const { paymentId } = await world.charge(orderId, card);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'UNKNOWN' });
    await expect(world.charge(orderId, card)).rejects.toMatchObject({ code: 'PAYMENT_IN_DOUBT' });
    await expect(world.open(world.customerId, orderId)).rejects.toMatchObject({ code: 'PAYMENT_IN_DOUBT' });
    await expect(world.lookAfter(paymentId)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    world.answering({});
    await world.lookAfter(paymentId);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', unknown_since: null });
    expect(await world.invoices()).toHaveLength(1);
  });

  test('a request that died before it asked is finished by its job', async () => {
    const orderId = await world.order();
    const card = await world.saveCard();
    world.answering({ createIntent: () => Promise.reject(new Error('the process died here')) });
    await expect(world.charge(orderId, card)).rejects.toThrow('the process died here');
    world.answering({});
    // The card may have been charged: nothing else is begun in the meantime.
    await expect(world.open(world.customerId, orderId)).rejects.toMatchObject({ code: 'PAYMENT_IN_DOUBT' });
    const { id } = await world.db.selectFrom('payment').select('id').executeTakeFirstOrThrow();
    await world.lookAfter(id);
    expect(await world.payment(id)).toMatchObject({ status: 'PAID' });
  });

  test('another person’s card, a removed one and an unknown one are NOT_FOUND', async () => {
    const orderId = await world.order();
    const removed = await world.saveCard();
    await as(removePaymentMethod, { paymentMethodId: removed });
    const stranger = await world.addCustomer();
    const theirs = await world.saveCard(testCards.visa.number, stranger);
    for (const card of [removed, theirs, 'no-id'])
      await expect(world.charge(orderId, card)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

// @lane sqlite at first: refused before it is written; guest-orders.test.ts has the statements on both.
/** What the tunnel of orders without an account refuses. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY, HOUR, SECOND } from '../support/clock.ts';
import { ask, signIn, type Answered } from '../support/ask.ts';
import { refusedBy } from '../support/refused.ts';
import { openGuestWorld, type GuestWorld } from './guest-orders.world.ts';

let world: GuestWorld;
beforeAll(async () => {
  world = await openGuestWorld();
});
afterAll(() => world.close());

const paymentOf = async (id: string): Promise<string> =>
  (await world.env.db.selectFrom('payment').select('id').where('subject_id', '=', id).executeTakeFirstOrThrow()).id;

/** Refused, with nothing written and nothing sent. */
const refused = (send: () => Promise<Answered>) =>
  refusedBy(world.env.db, ['guest_order', 'email_delivery', 'stored_file', 'used_form_ticket'])(send);

describe('a form', () => {
  test('is refused too soon, too late, twice, without a ticket of ours, and with its trap filled in', async () => {
    const given = await ask(world.env, '{ formTicket { ticket validFrom expiresAt } }');
    const { ticket } = (given.data as { formTicket: { ticket: string } }).formTicket;
    expect((await refused(() => world.start({ ticket: `${ticket}x` })))[0]).toBe('FORM_TICKET_INVALID');
    const [at, nonce, bits, signature] = ticket.split('.');
    const forgeries = ['', 'x', `${at}.${nonce}.${bits}.`, `${at}.${nonce}.${bits}.${'A'.repeat(43)}`];
    for (const forged of [...forgeries, `zzzzzzzzzz.${nonce}.${bits}.a`, `${at}.${nonce}.0.${signature}`])
      expect((await refused(() => world.start({ ticket: forged })))[0]).toBe('FORM_TICKET_INVALID');
    expect(
      (await refused(async () => world.start({ trap: 'https://spam.example', ticket: await world.ticket() })))[0],
    ).toBe('FORM_TICKET_INVALID');
    const fresh = await ask(world.env, '{ formTicket { ticket } }');
    const soon = (fresh.data as { formTicket: { ticket: string } }).formTicket.ticket;
    expect((await refused(() => sendStart({ ticket: soon })))[0]).toBe('FORM_TICKET_INVALID');
    world.clock.advance(3 * SECOND);
    expect((await sendStart({ ticket: soon, title: '\u200b ' })).code).toBe('INPUT_INVALID');
    expect((await sendStart({ ticket: soon })).code).toBeUndefined();
    expect((await refused(() => sendStart({ ticket: soon })))[0]).toBe('FORM_TICKET_INVALID');
    const old = await world.ticket();
    world.clock.advance(2 * HOUR);
    expect((await refused(() => sendStart({ ticket: old })))[0]).toBe('FORM_TICKET_INVALID');
  });

  /** As it is, without asking for another ticket. */
  const sendStart = async (input: Record<string, unknown>): Promise<Answered> =>
    world.start({ email: 'formulaire@example.org', ...input });

  const bad: readonly (readonly [name: string, input: Record<string, unknown>, code: string, field?: string])[] = [
    ['an e-mail with a line break', { email: 'a@example.org\nbcc: b@example.org' }, 'INPUT_INVALID'],
    ['a second address', { email: 'a@example.org, b@example.org' }, 'INPUT_INVALID'],
    ['a first name of one letter', { firstName: 'C' }, 'INPUT_INVALID', 'input.firstName'],
    ['a name of 51 letters', { lastName: 'é'.repeat(51) }, 'INPUT_INVALID', 'input.lastName'],
    ['a name of emojis', { firstName: '😀'.repeat(300) }, 'INPUT_INVALID', 'input.firstName'],
    ['a name with marks from right to left', { lastName: 'Du\u202emas' }, 'INPUT_INVALID', 'input.lastName'],
    ['a name that is an address', { firstName: 'www.example.com' }, 'INPUT_INVALID', 'input.firstName'],
    ['a title of blanks', { title: '   ' }, 'INPUT_INVALID', 'input.title'],
    ['a title of 256 characters', { title: 'é'.repeat(256) }, 'INPUT_INVALID', 'input.title'],
    ['a title with a NUL', { title: 'a\u0000b' }, 'INPUT_INVALID', 'input.title'],
    ['no page', { declaredPages: 0 }, 'INPUT_INVALID', 'input.declaredPages'],
    ['too many pages', { declaredPages: 10_001 }, 'INPUT_INVALID', 'input.declaredPages'],
    ['pages left out', { declaredPages: null }, 'PAGES_REQUIRED', 'input.declaredPages'],
    [
      'an unknown service',
      { priceItemId: '01999999-9999-7999-8999-999999999999' },
      'PRICE_ITEM_UNAVAILABLE',
      'input.priceItemId',
    ],
    ['no consent', { consents: [] }, 'CONSENT_REQUIRED', 'input.consents'],
    ['a weak password', { password: 'motdepasse' }, 'PASSWORD_TOO_WEAK', 'input.password'],
    ['a phone that is none', { phone: '0612' }, 'INPUT_INVALID'],
  ];
  test('is refused with bad values, each named, and leaves nothing', async () => {
    for (const [name, input, code, field] of bad) {
      const [found, fields] = await refused(() => world.start(input));
      expect([name, found, field === undefined ? undefined : fields]).toEqual([name, code, field && [field]]);
    }
  });

  test('takes a name that looks like a template as the text that it is', async () => {
    const email = 'constructor@example.org';
    expect((await world.start({ email, lastName: '{{constructor}}' })).code).toBeUndefined();
    await world.work();
    expect(await world.mailsTo(email)).toEqual(['guest-order-started']);
  });

  test('begun eight times at once at one address, is open three times', async () => {
    const begun = await Promise.all(Array.from({ length: 8 }, () => world.start({ email: 'huit@example.org' })));
    expect(begun.map(({ code }) => code ?? 'STARTED').toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'RATE_LIMITED'),
      ...Array.from({ length: 3 }, () => 'STARTED'),
    ]);
  });

  test('may be open three times for one address, whatever its case', async () => {
    for (const email of ['trois@example.org', 'TROIS@example.org', 'Trois@Example.Org'])
      expect((await world.start({ email })).code).toBeUndefined();
    const fourth = await world.start({ email: 'trois@example.org' });
    expect([fourth.code, Number(fourth.errors[0]?.extensions.details?.['retryAfter']) > 6 * 24 * 3_600]).toEqual([
      'RATE_LIMITED',
      true,
    ]);
  });
});

describe('a token', () => {
  const verbs = ['openGuestCheckout', 'resumeGuestOrder', 'abandonGuestOrder', 'attachGuestOrder'] as const;
  test('that is wrong, of another kind or 10 KB long opens nothing', async () => {
    const { token } = await world.prepared('jeton@example.org');
    for (const verb of verbs) {
      expect(await refused(() => world.send(verb, { token: 'A'.repeat(43) }))).toEqual(['TOKEN_INVALID', undefined]);
      expect(await refused(() => world.send(verb, { token: '' }))).toEqual(['TOKEN_INVALID', undefined]);
      expect(await refused(() => world.send(verb, { token: 'A'.repeat(10_240) }))).toEqual([
        'INPUT_INVALID',
        ['input.token'],
      ]);
    }
    expect((await refused(() => world.send('attachGuestOrder', { token })))[0]).toBe('TOKEN_INVALID');
    expect((await refused(() => world.upload('A'.repeat(43))))[0]).toBe('TOKEN_INVALID');
    expect((await world.status('A'.repeat(10_240))).code).toBe('INPUT_INVALID');
    expect((await refused(() => world.send('activateAccount', { token })))[0]).toBe('TOKEN_INVALID');
  });

  test('of somebody who is signed in opens no more than its order; a guest order has no other way in', async () => {
    const [mine, other] = [await world.prepared('un@example.org'), await world.prepared('autre@example.org')];
    const customer = await signIn(world.env, 'CUSTOMER');
    const checkout = (token?: string) =>
      ask(
        world.env,
        'mutation ($input: CreateCheckoutSessionInput!) { createCheckoutSession(input: $input) { url } }',
        {
          variables: { input: { subject: { type: 'GUEST_ORDER', id: other.id } } },
          ...(token === undefined ? {} : { token }),
        },
      );
    expect((await checkout(customer)).code).toBe('NOT_FOUND');
    expect((await world.status(mine.token)).data).toMatchObject({ guestOrderStatus: { id: mine.id } });
    expect((await ask(world.env, '{ guestOrders { nodes { id } } }', { token: customer })).code).toBe('FORBIDDEN');
  });

  test('takes five manuscripts, no picture, and none once it is over', async () => {
    const { token } = await world.prepared('cinq@example.org');
    expect((await refused(() => world.upload(token, 'photo.png')))[0]).toBe('FILE_TYPE_REFUSED');
    for (let sent = 2; sent <= 5; sent += 1) expect((await world.upload(token)).code).toBeUndefined();
    expect((await refused(() => world.upload(token)))[0]).toBe('QUOTA_EXCEEDED');
    await world.send('abandonGuestOrder', { token });
    expect((await refused(() => world.upload(token)))[0]).toBe('GUEST_ORDER_EXPIRED');
    expect((await refused(() => world.send('requestGuestReview', { token, message: 'Bonjour' })))[0]).toBe(
      'GUEST_ORDER_EXPIRED',
    );
  });

  test('of a paid order does nothing more, and a page that closes lets the order be changed again', async () => {
    const { id, token } = await world.prepared('ferme@example.org');
    const url = await world.checkout(token);
    expect((await refused(() => world.upload(token)))[0]).toBe('ACTION_NOT_ALLOWED');
    expect(url).toContain('/sandbox/');
    world.clock.advance(24 * HOUR);
    const simulated = await ask(
      world.env,
      'mutation ($input: SimulateStripeEventInput!) { simulateStripeEvent(input: $input) }',
      {
        variables: { input: { type: 'CHECKOUT_SESSION_EXPIRED', paymentId: await paymentOf(id) } },
        token: await signIn(world.env, 'ADMIN'),
      },
    );
    expect(simulated.code).toBeUndefined();
    await world.work();
    expect((await world.status(token)).data).toMatchObject({ guestOrderStatus: { status: 'STARTED' } });
    expect((await world.upload(token)).code).toBeUndefined();
    await world.pay(await world.checkout(token));
    for (const verb of ['openGuestCheckout', 'resumeGuestOrder', 'abandonGuestOrder'])
      expect((await refused(() => world.send(verb, { token })))[0]).toMatch(/ACTION_NOT_ALLOWED|ORDER_ALREADY_PAID/);
    world.clock.advance(8 * DAY);
    expect((await world.status(token)).data).toMatchObject({ guestOrderStatus: { status: 'COMPLETED' } });
  });
});

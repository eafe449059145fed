/** Orders of visitors without an account, through the running server. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, signIn } from '../support/ask.ts';
import { auditEntries } from '../support/audit-log.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../support/clock.ts';
import { manuscript, openGuestWorld, password, type GuestWorld } from './guest-orders.world.ts';
import { searchPlaintext } from './plaintext.ts';

let world: GuestWorld;
beforeAll(async () => {
  world = await openGuestWorld();
});
afterAll(() => world.close());

const users = (email: string) =>
  world.env.db.selectFrom('user').select(['id', 'status', 'email']).where('email', '=', email).execute();
const guest = (id: string) =>
  world.env.db.selectFrom('guest_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const orders = (customerId: string) =>
  world.env.db.selectFrom('customer_order').selectAll().where('customer_id', '=', customerId).execute();
const paymentsFor = (id: string) =>
  world.env.db
    .selectFrom('payment')
    .select(['status', 'subject_type', 'payer_id', 'person_email', 'refund_due_reason'])
    .where((eb) => eb.or([eb('subject_id', '=', id), eb('first_subject_id', '=', id)]))
    .orderBy('id')
    .execute();
const keysOf = (fileId: string) =>
  world.env.db.selectFrom('data_key').select('id').where('file_id', '=', fileId).execute();
const logIn = (email: string, secret = password) =>
  ask(world.env, 'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }', {
    variables: { input: { email, password: secret } },
  });
const events = async (name: string) =>
  (await world.env.db.selectFrom('outbox_event').select('payload').where('name', '=', name).execute()).length;

test('1 a visitor orders, pays and activates their account', async () => {
  const email = 'claire@example.org';
  const started = await world.start({ email: 'Claire@Example.org' });
  expect(started.data).toMatchObject({
    startGuestOrder: {
      guestOrder: {
        status: 'STARTED',
        quotedTotal: { amount: 24_000 },
        availableActions: ['attachManuscript', 'askReview', 'expire'],
      },
      resumeToken: expect.stringMatching(/^[\w-]{43}$/),
    },
  });
  const { guestOrder, resumeToken } = (
    started.data as { startGuestOrder: { guestOrder: { id: string }; resumeToken: string } }
  ).startGuestOrder;
  expect((await world.send('openGuestCheckout', { token: resumeToken })).code).toBe('FILE_MISSING');
  expect((await world.upload(resumeToken, 'brouillon.docx')).data).toMatchObject({
    uploadGuestManuscript: {
      ...{ manuscriptName: 'brouillon.docx', uploadsLeft: 4 },
      availableActions: ['attachManuscript', 'openCheckout', 'askReview', 'expire'],
    },
  });
  const draft = (await guest(guestOrder.id)).manuscript_id as string;
  expect((await world.upload(resumeToken)).data).toMatchObject({
    uploadGuestManuscript: { manuscriptName: 'gardien.docx', uploadsLeft: 3 },
  });
  expect(await keysOf(draft)).toEqual([]);
  const url = await world.checkout(resumeToken);
  expect(await world.checkout(resumeToken)).toBe(url);
  expect((await world.status(resumeToken)).data).toMatchObject({ guestOrderStatus: { status: 'AWAITING_PAYMENT' } });
  // The price list changes meanwhile: the total that was shown holds.
  await world.env.db.updateTable('price_item').set({ price_cents: 999 }).where('id', '=', world.priceItemId).execute();
  expect(await users(email)).toEqual([]);
  await world.pay(url);
  await world.env.db.updateTable('price_item').set({ price_cents: 200 }).where('id', '=', world.priceItemId).execute();

  const [user] = await users(email);
  expect(user).toMatchObject({ status: 'PENDING' });
  const [order, ...more] = await orders(user?.id as string);
  expect([order, more]).toMatchObject([
    {
      status: 'PAID',
      source: 'GUEST',
      title: 'Le Gardien',
      total_cents: 24_000,
      declared_pages: 120,
      turnaround_working_days: 8,
      unit_cents: 200,
      minimum_cents: null,
    },
    [],
  ]);
  expect((await world.status(resumeToken)).data).toMatchObject({
    guestOrderStatus: { status: 'COMPLETED', orderId: order?.id, email: null, title: '' },
  });
  expect(await paymentsFor(guestOrder.id)).toMatchObject([
    { status: 'PAID', subject_type: 'ORDER', payer_id: user?.id, person_email: null, refund_due_reason: null },
  ]);
  const invoices = await world.env.db
    .selectFrom('invoice')
    .selectAll()
    .where('subject_id', '=', order?.id as string)
    .execute();
  expect(invoices).toMatchObject([{ buyer_id: user?.id, gross_cents: 24_000, subject_type: 'ORDER' }]);
  const files = await world.env.db
    .selectFrom('order_file')
    .innerJoin('stored_file', 'stored_file.id', 'order_file.file_id')
    .select(['order_file.role', 'stored_file.owner_id', 'stored_file.name'])
    .where('order_id', '=', order?.id as string)
    .execute();
  expect(files).toEqual([{ role: 'MANUSCRIPT', owner_id: user?.id, name: 'gardien.docx' }]);
  const consents = await world.env.db
    .selectFrom('consent_record')
    .select('purpose')
    .where('user_id', '=', user?.id as string)
    .execute();
  expect(consents.map(({ purpose }) => purpose).toSorted()).toEqual(['PRIVACY', 'TERMS']);
  const conversations = await world.env.db
    .selectFrom('conversation')
    .select('subject')
    .where('context_id', '=', order?.id as string)
    .execute();
  expect(conversations).toEqual([{ subject: 'Le Gardien' }]);
  expect(await guest(guestOrder.id)).toMatchObject({
    password_hash: null,
    email: '',
    first_name: '',
    manuscript_id: null,
  });

  expect((await logIn(email)).code).toBe('CREDENTIALS_INVALID');
  expect(await world.mailsTo(email)).toEqual(
    expect.arrayContaining(['guest-order-started', 'guest-activation', 'order-paid-customer']),
  );
  const token = await world.mailedToken(email, /activez votre compte/i);
  expect((await world.send('activateAccount', { token })).data).toMatchObject({
    activateAccount: { status: 'ACTIVE' },
  });
  const session = (await logIn(email)).data as { login: { accessToken: string } };
  const mine = await ask(world.env, '{ myOrders { nodes { id status files { name } } } }', {
    token: session.login.accessToken,
  });
  expect(mine.data).toMatchObject({
    myOrders: { nodes: [{ id: order?.id, status: 'PAID', files: [{ name: 'gardien.docx' }] }] },
  });
  expect([await events('guest-order.started'), await events('guest-order.paid')]).toEqual([1, 1]);
});

test('2 a visitor pays twice: one order, and the second payment goes back', async () => {
  const { id, token } = await world.prepared('deux@example.org');
  const first = await world.checkout(token);
  // The page is nearly over: another is opened, and both are paid.
  world.clock.advance(22 * HOUR + 58 * MINUTE);
  const second = await world.checkout(token);
  expect(second).not.toBe(first);
  // At the same instant.
  await Promise.all([first, second].map((page) => fetch(`${page}/pay`, { method: 'POST' })));
  await world.work();
  const [user, ...others] = await users('deux@example.org');
  expect(others).toEqual([]);
  expect(await orders(user?.id as string)).toHaveLength(1);
  const payments = (await paymentsFor(id)).map(({ status, refund_due_reason }) => `${status} ${refund_due_reason}`);
  expect(payments.toSorted()).toEqual(['PAID ALREADY_PAID', 'PAID null']);
  expect(
    await world.env.db
      .selectFrom('invoice')
      .select('id')
      .where('buyer_id', '=', user?.id as string)
      .execute(),
  ).toHaveLength(1);
});

test('3 a visitor has an account already: the order goes there by the mailed link, and the given password is never used', async () => {
  const known = world.env.people.get('CUSTOMER');
  const email = known?.email as string;
  const { id, token } = await world.prepared(email.toUpperCase().replace('@EXAMPLE.ORG', '@example.org'));
  await world.pay(await world.checkout(token));
  const [user, ...others] = await users(email);
  expect(others).toEqual([]);
  const before = (await orders(user?.id as string)).length;
  expect(await guest(id)).toMatchObject({
    status: 'COMPLETED',
    password_hash: null,
    order_id: null,
    user_id: user?.id,
  });
  expect(await paymentsFor(id)).toMatchObject([
    { status: 'PAID', subject_type: 'GUEST_ORDER', payer_id: null, person_email: email },
  ]);
  const mailed = await world.mailedToken(email, /il reste à la confirmer|please confirm/i);
  const attached = await world.send('attachGuestOrder', { token: mailed });
  expect(attached.data).toMatchObject({ attachGuestOrder: { status: 'COMPLETED', orderId: expect.any(String) } });
  await world.work();
  const now = await orders(user?.id as string);
  expect([now.length - before, now.at(-1)?.status]).toEqual([1, 'PAID']);
  expect(await paymentsFor(id)).toMatchObject([{ subject_type: 'ORDER', payer_id: user?.id, person_email: null }]);
  expect((await world.send('attachGuestOrder', { token: mailed })).code).toBe('TOKEN_INVALID');
  expect((await logIn(email)).code).toBe('CREDENTIALS_INVALID');
  expect((await logIn(email, known?.password)).code).toBeUndefined();
});

test('3 nobody follows that link in seven days: the money is owed back, the manuscript destroyed, the admins notified', async () => {
  const email = world.env.people.get('CUSTOMER')?.email as string;
  const { id, token } = await world.prepared(email);
  const fileId = (await guest(id)).manuscript_id as string;
  await world.pay(await world.checkout(token));
  const mailed = await world.mailedToken(email, /il reste à la confirmer|please confirm/i);
  world.clock.advance(7 * DAY + HOUR);
  expect((await world.send('attachGuestOrder', { token: mailed })).code).toBe('GUEST_ORDER_EXPIRED');
  await nightly();
  expect(await paymentsFor(id)).toMatchObject([
    { status: 'PAID', subject_type: 'GUEST_ORDER', refund_due_reason: 'NOT_PAYABLE' },
  ]);
  expect([await keysOf(fileId), (await guest(id)).email]).toEqual([[], '']);
  expect((await world.mailsTo(email)).at(-1)).toBe('guest-order-expired');
  const alerts = await world.env.db.selectFrom('notification').select('title').where('type', '=', 'PAYMENT').execute();
  expect(alerts.length).toBeGreaterThan(0);
});

/** The night's job. */
async function nightly(): Promise<void> {
  await world.env.app.scheduler.look();
  world.clock.advance(DAY);
  await world.env.app.scheduler.look();
  await world.work();
}

test('4 a visitor leaves and resumes from the mail, asks for a review, and is answered', async () => {
  const email = 'quatre@example.org';
  const { id, token } = await world.prepared(email);
  await world.work();
  const mailed = await world.mailedToken(email, /vous attend/);
  const resumed = await world.send('resumeGuestOrder', { token: mailed });
  const { resumeToken } = (resumed.data as { resumeGuestOrder: { resumeToken: string } }).resumeGuestOrder;
  expect((await world.status(token)).code).toBe('TOKEN_INVALID');
  expect((await world.send('resumeGuestOrder', { token: mailed })).code).toBe('TOKEN_INVALID');
  expect((await world.status(resumeToken)).data).toMatchObject({
    guestOrderStatus: { id, manuscriptName: 'gardien.docx' },
  });

  world.clock.advance(25 * HOUR);
  await world.work();
  world.clock.advance(25 * HOUR);
  await world.work();
  expect(await world.mailsTo(email)).toEqual(['guest-order-started', 'guest-order-reminder']);

  expect((await world.send('requestGuestReview', { token: resumeToken, message: '  ' })).code).toBe('INPUT_INVALID');
  await world.send('requestGuestReview', { token: resumeToken, message: 'Il y a 150 pages, en fait.' });
  expect((await world.send('openGuestCheckout', { token: resumeToken })).code).toBe('ACTION_NOT_ALLOWED');
  const admin = await signIn(world.env, 'ADMIN');
  const list = await ask(world.env, '{ guestOrders(status: REVIEW) { nodes { id email reviewMessage } } }', {
    token: admin,
  });
  expect(list.data).toEqual({ guestOrders: { nodes: [{ id, email, reviewMessage: 'Il y a 150 pages, en fait.' }] } });
  const answer = { guestOrderId: id, answer: 'Nous en comptons 150.', total: { amount: 30_000, currency: 'EUR' } };
  expect((await world.send('answerGuestReview', answer, await signIn(world.env, 'PROOFREADER'))).code).toBe(
    'FORBIDDEN',
  );
  expect((await world.send('answerGuestReview', answer, admin)).data).toMatchObject({
    answerGuestReview: { status: 'STARTED', quotedTotal: { amount: 30_000 } },
  });
  await world.work();
  expect(await world.mailsTo(email)).toEqual(['guest-order-started', 'guest-order-reminder', 'guest-order-started']);
  const again = await world.mailedToken(email, /vous attend/);
  expect(again).toBe(resumeToken);
  await world.pay(await world.checkout(again));
  const [user] = await users(email);
  expect(await orders(user?.id as string)).toMatchObject([
    { total_cents: 30_000, estimated_cents: 24_000, final_cents: 30_000 },
  ]);
});

test('5 a guest order expires with its file, and one that is given up does at once', async () => {
  const [left, given] = [await world.prepared('cinq@example.org'), await world.prepared('abandon@example.org')];
  const empty = await world.start({ email: 'vide@example.org' });
  const fileOf = async (id: string) => (await guest(id)).manuscript_id as string;
  const [leftFile, givenFile] = [await fileOf(left.id), await fileOf(given.id)];
  expect((await world.send('abandonGuestOrder', { token: given.token })).data).toMatchObject({
    abandonGuestOrder: { status: 'EXPIRED', email: null, manuscriptName: null },
  });
  expect([await keysOf(givenFile), (await world.status(given.token)).code]).toEqual([[], 'GUEST_ORDER_EXPIRED']);
  const url = await world.checkout(left.token);
  world.clock.advance(7 * DAY + SECOND);
  expect((await world.status(left.token)).code).toBe('GUEST_ORDER_EXPIRED');
  expect((await world.send('resumeGuestOrder', { token: left.token })).code).toBe('GUEST_ORDER_EXPIRED');
  await nightly();
  expect(await guest(left.id)).toMatchObject({
    status: 'EXPIRED',
    email: '',
    title: '',
    password_hash: null,
    manuscript_id: null,
  });
  expect(await keysOf(leftFile)).toEqual([]);
  expect((await world.mailsTo('cinq@example.org')).at(-1)).toBe('guest-order-expired');
  expect(await world.mailsTo('vide@example.org')).not.toContain('guest-order-expired');
  expect(empty.code).toBeUndefined();
  expect(await users('cinq@example.org')).toEqual([]);
  void url;
});

test('no password and no word of a manuscript lies among the data, and the audit log knows what was done', async () => {
  const { files, found } = searchPlaintext(world.env.config.dataDir, [password, 'ne dormait jamais']);
  expect([files > 3, found, manuscript.length > 0]).toEqual([true, [], true]);
  const rows = await Promise.all(
    (['job', 'outbox_event', 'email_delivery'] as const).map((table) =>
      world.env.db.selectFrom(table).selectAll().execute(),
    ),
  );
  expect(JSON.stringify(rows)).not.toMatch(/Phare-73|\$2b\$/);
  expect(JSON.stringify(world.env.logs.lines())).not.toMatch(/Phare-73|\$2b\$/);
  const actions = (await auditEntries(world.env.db)).map(({ action }) => action);
  expect(actions).toEqual(
    expect.arrayContaining(['GUEST_ORDER_STARTED', 'GUEST_ORDER_CHANGED', 'PAYMENT_HANDED_OVER']),
  );
});

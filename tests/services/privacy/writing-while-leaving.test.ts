import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { Payment } from '../../../src/entities/billing/payment.entity.ts';
import { preparePayment } from '../../../src/services/billing/prepare-payment.ts';
import { notifyPaymentFailed } from '../../../src/services/billing/tasks/notify-payment-failed.ts';
import {
  enableTwoFactor,
  grantConsent,
  login,
  requestEmailChange,
  requestPasswordReset,
  updateMyProfile,
} from '../../../src/services/identity/index.ts';
import { anonymous } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { sendMessage } from '../../../src/services/messaging/index.ts';
import { billableOrder, createOrder } from '../../../src/services/orders/index.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { erasePerson } from '../../../src/services/privacy/erase-person.ts';
import { requestDataExport, submitPrivacyRequest } from '../../../src/services/privacy/index.ts';
import { HOUR } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { goodPassword, openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { makeAccount } from '../identity/people.ts';
import { canary, customer } from './canaries.ts';
import { tablesHolding } from './tables.ts';
import { makeConversation } from '../../support/make/conversation.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makePriceItem } from '../../support/make/price-item.ts';

/** Writers of the embedded database queue anyway; on a server they meet. */
const small = engine === 'sqlite' ? 1 : 4;
const rounds = process.env['STORM'] === 'full' ? 12 : small;

let env: PeopleEnvironment;
let priceItemId: string;
beforeAll(async () => {
  env = await openPeopleEnvironment();
  const em = manager();
  priceItemId = makePriceItem(em, {
    name: 'Pack',
    description: 'Pack',
    priceCents: 100,
    serviceType: 'CORRECTION',
    position: 99,
  }).id;
  await em.flush();
});
afterAll(() => env.close());

const manager = (): EntityManager => env.app.orm.em.fork() as EntityManager;

/** Somebody who is about to leave, and what they have. */
interface Leaver {
  readonly userId: string;
  readonly email: string;
  readonly conversationId: string;
  readonly orderId: string;
  readonly ctx: AppContext;
  readonly asStranger: AppContext;
}

async function leaver(): Promise<Leaver> {
  const email = `${canary}-${newId()}@example.org`;
  const userId = await makeAccount(env, email);
  const em = manager();
  const user = em.getReference(User, userId);
  const order = makeOrder(em, {
    customer: user,
    status: 'CANCELLED',
    title: '',
    priceItemId,
  });
  const conversation = makeConversation(em, {
    participants: [user],
    subject: '',
    contextId: order.id,
    lastMessageAt: env.clock.now(),
  });
  await em.flush();
  return {
    userId,
    email,
    conversationId: conversation.id,
    orderId: order.id,
    ctx: env.contextFor(customer(userId)),
    asStranger: env.app.contextFor({
      actor: anonymous({ locale: 'fr', address: '192.0.2.1', agent: canary }),
      requestId: 'test',
    }),
  };
}

const attachment = () =>
  Promise.resolve({
    filename: `${canary}.txt`,
    mimetype: 'text/plain',
    createReadStream: () => Readable.from([Buffer.from('Il était une fois.')]) as never,
  });

const bill = { lines: [], description: canary, total: { amount: 100, currency: 'EUR' }, returnPath: '/' } as const;

/** What somebody may be doing, or what may be done about them, in the instant of their erasure. */
const actions: Readonly<Record<string, (who: Leaver) => Promise<unknown>>> = {
  'places an order': ({ ctx: { run } }) => run(createOrder, { priceItemId, title: canary }),
  'begins to pay': ({ ctx: { run }, orderId, userId }) =>
    run(preparePayment({ ...billableOrder, describe: async () => ({ ...bill, payer: { userId } }) }), {
      subjectType: 'ORDER',
      subjectId: orderId,
      provider: 'SANDBOX',
      flow: 'CHECKOUT',
      smallest: undefined,
    }),
  'says something': ({ ctx: at, conversationId }) =>
    sendMessage(at, { conversationId, content: canary, attachments: [] }),
  'sends a file': ({ ctx: at, conversationId }) =>
    sendMessage(at, { conversationId, content: '', attachments: [attachment()] }),
  'changes their profile': ({ ctx: { run } }) => run(updateMyProfile, { bio: canary }),
  'gives consent': ({ ctx: { run } }) =>
    run(grantConsent, { purpose: 'MARKETING', policyVersion: '2026-11-20' } as never),
  'asks for a copy': ({ ctx: at }) => requestDataExport(at, { format: 'JSON' }),
  'makes a privacy request': ({ ctx: { run } }) => run(submitPrivacyRequest, { kind: 'OBJECTION', details: canary }),
  'adds a second factor': ({ ctx: at }) => enableTwoFactor(at, { method: 'TOTP' }),
  'asks for another address': ({ ctx: at }) => requestEmailChange(at, { email: `${canary}-${newId()}@example.com` }),
  'signs in': ({ asStranger, email }) => login(asStranger, { email, password: goodPassword }),
  'forgot their password': ({ asStranger, email }) => requestPasswordReset(asStranger, { email }),
  'is notified': ({ ctx: at, orderId, userId }) =>
    notifyPaymentFailed(at, { paymentId: newId(), subjectType: 'ORDER', subjectId: orderId, payerId: userId }),
};

test.each(Object.entries(actions))(
  'whoever %s in the instant of their erasure leaves nothing behind',
  async (_what, action) => {
    const refused: unknown[] = [];
    const leavers: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const who = await leaver();
      leavers.push(who.userId);
      const { run, personalData } = env.contextFor(customer(who.userId));
      const erase = (): Promise<unknown> =>
        run(erasePerson, { userId: who.userId, decidedBy: 'PERSON', reason: 'OTHER', personalData });
      const [outcome, erased] = await Promise.allSettled([
        sleep(round % 7).then(() => action(who)),
        sleep(round % 5).then(erase),
      ]);
      if (outcome.status === 'rejected') refused.push(outcome.reason);
      // A payment that is open stands in the way: it is closed, and they leave then.
      if (erased.status === 'rejected') {
        expect(erased.reason).toMatchObject({ code: 'ERASURE_BLOCKED' });
        await manager().nativeUpdate(Payment, { subjectId: who.orderId }, { status: 'EXPIRED' });
        await erase();
      }
    }
    expect(
      refused.filter(
        (error) => !['UNAUTHENTICATED', 'NOT_FOUND', 'CREDENTIALS_INVALID'].includes((error as { code: string }).code),
      ),
    ).toEqual([]);
    await env.app.worker.runDue();
    env.clock.advance(HOUR);
    await env.app.worker.runDue();
    expect(await tablesHolding(env.db, canary)).toEqual([]);
    for (const table of ['session', 'one_time_token', 'two_factor', 'notification', 'data_export'] as const) {
      expect([table, await env.db.selectFrom(table).select('id').where('user_id', 'in', leavers).execute()]).toEqual([
        table,
        [],
      ]);
    }
    expect(
      await env.db
        .selectFrom('stored_file')
        .select('id')
        .where('owner_id', 'in', leavers)
        .where('deleted_at', 'is', null)
        .execute(),
    ).toEqual([]);
  },
  120_000,
);

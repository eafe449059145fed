/** What the accredited platform says of an invoice to a French business, and the alarm while it says nothing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BillingProfile } from '../../../src/entities/billing/billing-profile.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { alertUntransmitted } from '../../../src/services/billing/transmission/alert-untransmitted.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { DAY } from '../../support/clock.ts';
import { person } from '../../services/orders/orders-fixture.ts';
import { openIssued, type IssuedEnvironment } from './issued-invoices.ts';

let env: IssuedEnvironment;
let buyerId: string;
beforeAll(async () => {
  env = await openIssued('2027-08-31T10:00:00.000Z');
  buyerId = (await person(env)).id;
  await env.run(async ({ em }: Tx<'em'>) => {
    em.create(BillingProfile, {
      person: em.getReference(User, buyerId),
      ...{ kind: 'FRENCH_BUSINESS', name: 'Éditions du Fleuve', addressLines: ['45 quai de la Loire'] },
      ...{ postcode: '44000', city: 'Nantes', country: 'FR', siren: '552100554' },
    } as never);
  }, undefined);
});
afterAll(() => env.close());

const document =
  'mutation($input: RecordTransmissionInput!) { recordTransmission(input: $input) { transmission transmissionPlatform transmissionReference transmittedAt } }';
const record = (invoiceId: string, status: string, changes: object = {}) =>
  env.ask(env.admin(), document, {
    input: {
      invoiceId,
      platform: 'Plateforme',
      reference: 'R-1',
      status,
      at: env.clock.now().toISOString(),
      ...changes,
    },
  });
const alarms = async () =>
  (
    await env.db
      .selectFrom('notification')
      .select('dedupe_key')
      .where('dedupe_key', 'like', 'invoices-untransmitted%')
      .execute()
  ).length;

test('a business’s invoice is to be sent, a person’s is not; what the platform says is recorded, in an order that can be', async () => {
  const invoiceId = await env.issue({ buyerId });
  const asked = 'query($id: ID!) { invoice(id: $id) { transmission } }';
  expect([
    await env.asked(env.admin(), asked, { id: invoiceId }),
    await env.asked(env.admin(), asked, { id: await env.issue() }),
  ]).toEqual([{ transmission: 'TO_SEND' }, { transmission: 'NOT_NEEDED' }]);
  for (const status of ['SENT', 'SENT', 'REJECTED', 'SENT', 'ACCEPTED'])
    expect((await record(invoiceId, status)).data).toMatchObject({
      recordTransmission: { transmission: status, transmissionPlatform: 'Plateforme', transmissionReference: 'R-1' },
    });
  expect((await record(invoiceId, 'REJECTED')).codes).toEqual(['ACTION_NOT_ALLOWED']);
  const entries = env.db.selectFrom('audit_entry').select('action').where('action', '=', 'INVOICE_TRANSMITTED');
  expect(await entries.execute()).toHaveLength(4);
  const tomorrow = new Date(env.clock.now().getTime() + DAY).toISOString();
  expect((await record(invoiceId, 'SENT', { at: tomorrow })).codes).toEqual(['INPUT_INVALID']);
  expect((await record(newId(), 'SENT')).codes).toEqual(['NOT_FOUND']);
  const byCustomer = await env.ask(env.customer.actor, document, {
    input: { invoiceId, platform: 'P', reference: 'R', status: 'SENT', at: env.clock.now().toISOString() },
  });
  expect(byCustomer.codes).toEqual(['FORBIDDEN']);
});

test('from September 2027 an invoice that no platform has after two days alarms the admins, once a day', async () => {
  // Issued in August: no transmission was needed.
  await env.issue({ buyerId });
  env.clock.advance(3 * DAY);
  await alertUntransmitted(env.contextFor());
  const invoiceId = await env.issue({ buyerId });
  env.clock.advance(DAY);
  await alertUntransmitted(env.contextFor());
  expect(await alarms()).toBe(0);
  env.clock.advance(DAY + 1_000);
  for (let times = 0; times < 2; times += 1) await alertUntransmitted(env.contextFor());
  expect(await alarms()).toBe(1);
  await record(invoiceId, 'ACCEPTED');
  env.clock.advance(DAY);
  await alertUntransmitted(env.contextFor());
  expect(await alarms()).toBe(1);
});

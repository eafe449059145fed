import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addLegalMention, listLegalMentions } from '../../../src/services/billing/index.ts';
import type { NewMention } from '../../../src/services/billing/add-legal-mention.ts';
import { frenchMentions } from '../../../src/services/billing/legal-mentions.ts';
import { seedMentions } from '../../../src/services/billing/mention-catalogue.ts';
import { documentFromStore } from '../../../src/services/billing/stored-document.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { engine } from '../../support/database.ts';
import { createBillingWorld, customer, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let adminId: string;
beforeEach(async () => {
  world = await createBillingWorld();
  adminId = await world.addCustomer();
});
afterEach(() => world.close());

const mention: NewMention = {
  code: 'thanks',
  place: 'FOOTER',
  appliesTo: 'SERVICES',
  textFr: 'Merci de votre confiance.',
  textEn: 'Thank you.',
  source: 'usage',
};
const add = (changes: Partial<NewMention> & { key?: string } = {}) =>
  world.run(addLegalMention, { ...mention, ...changes }, customer(adminId));

async function mentionsOfAnInvoice(): Promise<readonly string[]> {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId);
  const { sessionId } = await world.open(customerId, orderId);
  await world.processEvent(await world.payments.simulator.pay(sessionId));
  const { document } = await world.db
    .selectFrom('invoice')
    .select('document')
    .where('subject_id', '=', orderId)
    .executeTakeFirstOrThrow();
  return documentFromStore(jsonFrom(document)).legalMentions;
}

describe(`legal mentions as rows (${engine})`, () => {
  test('an empty database begins with French law, written once', async () => {
    await Promise.all([seedMentions(world.contextFor(), undefined), seedMentions(world.contextFor(), undefined)]);
    const listed = await listLegalMentions(world);
    expect(listed).toHaveLength(frenchMentions.length);
    expect(listed).toEqual(expect.arrayContaining(frenchMentions.map((one) => expect.objectContaining({ ...one }))));
  });

  test('one that is added stands on the next invoices; those that were issued keep their words', async () => {
    const before = await mentionsOfAnInvoice();
    await add();
    expect(await mentionsOfAnInvoice()).toEqual([...before, 'Merci de votre confiance.']);
    const [first] = await world.db.selectFrom('invoice').select('document').orderBy('number').execute();
    expect(documentFromStore(jsonFrom(first?.document)).legalMentions).toEqual(before);
    expect(world.auditLog.find(({ action }) => action === 'LEGAL_MENTION_ADDED')).toMatchObject({
      payload: { code: 'thanks' },
    });
  });

  test('it takes the place of the one with its code, from its first day on', async () => {
    await add({ code: 'operation-services', textFr: 'Prestation de services.' });
    await add({ code: 'operation-services', textFr: 'Bien plus tard.', validFrom: '2030-01-01' });
    expect(await mentionsOfAnInvoice()).toEqual(['Prestation de services.']);
    expect((await listLegalMentions(world)).filter(({ code }) => code === 'operation-services')).toHaveLength(3);
  });

  test('it begins today or later and ends after it began; the same key adds it once', async () => {
    await expect(add({ validFrom: '2020-01-01' })).rejects.toMatchObject({
      details: { fields: [{ path: 'input.validFrom', rules: ['notBeforeToday'] }] },
    });
    await expect(add({ validFrom: '2030-01-02', validUntil: '2030-01-01' })).rejects.toMatchObject({
      details: { fields: [{ path: 'input.validUntil', rules: ['notBeforeFirstDay'] }] },
    });
    expect(await listLegalMentions(world)).toEqual([]);
    const [one, again] = [await add({ key: 'the-same-key' }), await add({ key: 'the-same-key' })];
    expect(again.id).toBe(one.id);
    expect(await listLegalMentions(world)).toHaveLength(frenchMentions.length + 1);
  });
});

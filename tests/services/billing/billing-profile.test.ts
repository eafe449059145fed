import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  getMyBillingProfile,
  updateBillingProfile,
  updateMyBillingProfile,
} from '../../../src/services/billing/index.ts';
import type { ProfileChange } from '../../../src/services/billing/update-billing-profile.ts';
import { documentFromStore } from '../../../src/services/billing/stored-document.ts';
import { BillingProfile } from '../../../src/entities/billing/billing-profile.entity.ts';
import { viesRegister } from '../../../src/services/adapters/vat-register/vies.ts';
import { checkVatNumber, checkVatNumbers } from '../../../src/services/billing/tasks/check-vat-numbers.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { engine } from '../../support/database.ts';
import { createBillingWorld, customer, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let personId: string;
beforeEach(async () => {
  world = await createBillingWorld();
  personId = await world.addCustomer();
});
afterEach(() => world.close());

const mine = () => getMyBillingProfile(world.readContext(customer(personId)));
const update = (change: ProfileChange) => world.run(updateMyBillingProfile, change, customer(personId));
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    ({ code, details }: { code: string; details: { fields?: { path: string; rules: string[] }[] | string[] } }) => ({
      code,
      ...details,
    }),
  );

const business = {
  kind: 'FRENCH_BUSINESS',
  name: 'Éditions du Fleuve SAS',
  addressLines: ['45 quai de la Loire'],
  postcode: '44000',
  city: 'Nantes',
  country: 'FR',
  siren: '552 100 554',
} as const;
const german = {
  kind: 'EU_BUSINESS',
  name: 'Verlag am Fluss GmbH',
  addressLines: ['Uferstraße 4'],
  postcode: '50667',
  city: 'Köln',
  country: 'DE',
  vatNumber: 'DE 123456789',
} as const;

async function invoiced() {
  const orderId = await world.addOrder(personId, { totalCents: 12_000 });
  const { sessionId } = await world.open(personId, orderId);
  await world.processEvent(await world.payments.simulator.pay(sessionId));
  const row = await world.db
    .selectFrom('invoice')
    .select('document')
    .where('subject_id', '=', orderId)
    .executeTakeFirstOrThrow();
  return documentFromStore(jsonFrom(row.document));
}

describe(`billing profiles (${engine})`, () => {
  test('who has said nothing is invoiced as the person of their account', async () => {
    expect(await mine()).toMatchObject({ kind: 'PERSON', name: null, addressLines: [], missingFields: [] });
    expect((await invoiced()).buyer).toMatchObject({ kind: 'PERSON', name: 'Hélène Noël' });
  });

  test('a business is invoiced as its profile says; numbers lose the blanks that people type', async () => {
    const saved = await update({ ...business, siret: '', purchaseOrder: 'PO-7' });
    expect(saved).toMatchObject({ ...business, siren: '552100554', siret: null, missingFields: [] });
    expect(await mine()).toEqual(saved);
    const document = await invoiced();
    expect(document.buyer).toMatchObject({
      kind: 'FRENCH_BUSINESS',
      name: 'Éditions du Fleuve SAS',
      address: ['45 quai de la Loire', '44000 Nantes', 'France'],
      postal: { lines: ['45 quai de la Loire'], postcode: '44000', city: 'Nantes', country: 'FR' },
      siren: '552100554',
      purchaseOrder: 'PO-7',
    });
    expect(document.buyer).not.toHaveProperty('vatNumberCheck');
    expect(document.legalMentions.join()).toMatch(/40\u00a0€/);
    expect(document.totals.tax.amount).toBe(2_000);
  });

  test('a business elsewhere in the Union owes the VAT itself once it gave its number, which nobody looked up', async () => {
    await update({ ...german, vatNumber: null });
    expect((await invoiced()).lines[0]).toMatchObject({ category: 'S', rate: 2_000 });
    await update({ vatNumber: german.vatNumber });
    const document = await invoiced();
    expect(document.lines[0]).toMatchObject({ category: 'AE', exemptionCode: 'VATEX-EU-AE' });
    expect(document.buyer).toMatchObject({ vatNumber: 'DE123456789', vatNumberCheck: 'UNCHECKED' });
    expect(document.totals).toMatchObject({ tax: { amount: 0 }, gross: { amount: 12_000 } });
  });

  test('a business completes its profile before it pays, not after', async () => {
    expect(await update({ kind: 'FRENCH_BUSINESS', name: business.name })).toMatchObject({
      missingFields: ['addressLines', 'postcode', 'city', 'country', 'siren'],
    });
    const orderId = await world.addOrder(personId);
    expect(await refusalOf(world.open(personId, orderId))).toEqual({
      code: 'BILLING_PROFILE_INCOMPLETE',
      fields: ['addressLines', 'postcode', 'city', 'country', 'siren'],
    });
    expect(await world.db.selectFrom('payment').select('id').execute()).toEqual([]);
    await update(business);
    expect((await world.open(personId, orderId)).sessionId).toBeTruthy();
  });

  test('money that came is invoiced even when the profile became incomplete meanwhile', async () => {
    const orderId = await world.addOrder(personId);
    const { sessionId } = await world.open(personId, orderId);
    await update({ kind: 'OTHER_BUSINESS' });
    await world.processEvent(await world.payments.simulator.pay(sessionId));
    const row = await world.db.selectFrom('invoice').select('document').executeTakeFirstOrThrow();
    expect(documentFromStore(jsonFrom(row.document)).buyer).toMatchObject({ kind: 'PERSON', name: 'Hélène Noël' });
  });

  test.each<[string, ProfileChange, string, string]>([
    ['a SIREN with a wrong digit', { ...business, siren: '552100555' }, 'siren', 'siren'],
    ['a SIRET of another SIREN', { ...business, siret: '73282932000074' }, 'siret', 'otherSiren'],
    ['a VAT number of another country’s form', { ...german, vatNumber: 'ATU12345678' }, 'vatNumber', 'vatNumber'],
    ['a VAT number of another SIREN', { ...business, vatNumber: 'FR44732829320' }, 'vatNumber', 'otherSiren'],
    ['a French business abroad', { ...business, country: 'DE' }, 'country', 'otherKind'],
    ['a business of the Union outside it', { ...german, country: 'CH', vatNumber: null }, 'country', 'otherKind'],
    ['a country that is none', { country: 'XX' }, 'country', 'country'],
    ['a VAT number of a person', { vatNumber: 'FR44732829320', country: 'FR' }, 'vatNumber', 'otherKind'],
    ['no kind at all', { kind: null }, 'kind', 'required'],
  ])('refuses %s, and writes nothing', async (_what, change, field, rule) => {
    const refusal = await refusalOf(update(change));
    expect(refusal).toMatchObject({ code: 'INPUT_INVALID' });
    expect(refusal?.fields).toContainEqual({ path: `input.${field}`, rules: expect.arrayContaining([rule]) });
    expect(await world.db.selectFrom('billing_profile').select('id').execute()).toEqual([]);
  });

  test('another number is another look-up', async () => {
    await update(german);
    await world.run(({ em }) => em.nativeUpdate(BillingProfile, {}, { vatNumberCheck: 'VALID' }), undefined);
    expect((await update({ name: 'Verlag' })).vatNumberCheck).toBe('VALID');
    expect((await update({ vatNumber: 'DE987654321' })).vatNumberCheck).toBe('UNCHECKED');
  });

  test('a number is looked up after the commit, and every night until the register of its country answers', async () => {
    const answers: string[] = [];
    const vies = createServer(({ url }, response) => {
      answers.push(url ?? '');
      const known = url?.endsWith('/ms/DE/vat/123456789') && answers.length > 2;
      const body = url?.includes('/DE/') ? { isValid: known, userError: known ? 'VALID' : 'MS_UNAVAILABLE' } : {};
      const refused = { isValid: false, userError: 'INVALID' };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(url?.includes('/AT/') ? refused : body));
    });
    await once(vies.listen(0, '127.0.0.1'), 'listening');
    const { port } = vies.address() as AddressInfo;
    const vatRegister = viesRegister({ url: `http://127.0.0.1:${port}`, timeout: 5_000 });
    const ctx = { db: world.db, run: world.run, vatRegister };
    const checked = async () => (await mine()).vatNumberCheck;
    await update(german);
    const jobs = world.db.selectFrom('job').select(['kind', 'payload']).where('kind', '=', 'billing.check-vat-number');
    const [job, ...others] = await jobs.execute();
    expect(others).toEqual([]);
    const { profileId } = jsonFrom<{ profileId: string }>(job?.payload);
    await checkVatNumber(ctx, { profileId });
    expect(await checked()).toBe('UNCHECKED');
    await checkVatNumbers(ctx);
    expect(await checked()).toBe('UNCHECKED');
    await checkVatNumbers(ctx);
    expect(await checked()).toBe('VALID');
    await checkVatNumbers(ctx);
    expect(answers).toHaveLength(3);
    expect((await invoiced()).buyer.vatNumberCheck).toBe('VALID');
    await update({ country: 'AT', vatNumber: 'ATU12345678' });
    await checkVatNumbers({ ...ctx, vatRegister: null });
    expect(await checked()).toBe('UNCHECKED');
    await checkVatNumber(ctx, { profileId });
    expect(await checked()).toBe('INVALID');
    vies.close();
    await once(vies, 'close');
    await update(german);
    await checkVatNumber(ctx, { profileId });
    expect(await checked()).toBe('UNCHECKED');
  });

  test('two first changes at once write one profile', async () => {
    await Promise.all([update({ name: 'Un' }), update({ city: 'Nantes' })]);
    expect(await world.db.selectFrom('billing_profile').select('name').execute()).toHaveLength(1);
    expect(await mine()).toMatchObject({ name: 'Un', city: 'Nantes' });
  });

  test('an admin changes it for somebody who exists; the audit log keeps which fields, not what they say', async () => {
    expect(await world.run(updateBillingProfile, { personId, ...business })).toMatchObject({ name: business.name });
    expect(await refusalOf(world.run(updateBillingProfile, { personId: newId(), name: 'X' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const entry = world.auditLog.find(({ action }) => action === 'BILLING_PROFILE_UPDATED');
    expect(entry).toMatchObject({ targetId: personId, payload: { fields: expect.arrayContaining(['siren']) } });
    expect(JSON.stringify(entry)).not.toContain('Fleuve');
  });
});

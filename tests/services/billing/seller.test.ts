import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { changeSeller, getSeller } from '../../../src/services/billing/index.ts';
import type { SellerChange } from '../../../src/services/billing/change-seller.ts';
import { seedSeller } from '../../../src/services/billing/seller-in-force.ts';
import { documentFromStore } from '../../../src/services/billing/stored-document.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { engine } from '../../support/database.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
beforeEach(async () => {
  world = await createBillingWorld({
    environment: { SELLER_SIRET: '73282932000074', SELLER_VAT_NUMBER: 'FR44732829320', SELLER_NAME: 'Plume & Cie' },
  });
});
afterEach(() => world.close());

const seller = (on?: string) => getSeller(world.contextFor(), on === undefined ? {} : { on });
const change = (input: SellerChange) => world.run(changeSeller, input);
/** The refusal of a change, by field. */
const faultsOf = async (input: SellerChange): Promise<Record<string, readonly string[]>> => {
  const error = await change(input).then(
    () => undefined,
    (refused: unknown) => refused as { code: string; details: { fields: { path: string; rules: string[] }[] } },
  );
  expect(error?.code).toBe('INPUT_INVALID');
  return Object.fromEntries(error?.details.fields.map(({ path, rules }) => [path, rules]) ?? []);
};
const versions = async () => (await world.db.selectFrom('seller').select('id').execute()).length;

/** Pays for an order and answers what its invoice says. */
async function invoiced() {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId, { totalCents: 12_000 });
  const { sessionId } = await world.open(customerId, orderId);
  await world.processEvent(await world.payments.simulator.pay(sessionId));
  const row = await world.db
    .selectFrom('invoice')
    .select('document')
    .where('subject_id', '=', orderId)
    .executeTakeFirstOrThrow();
  return documentFromStore(jsonFrom(row.document));
}

describe(`the seller (${engine})`, () => {
  test('the settings write the first version, once; afterwards only an admin changes it', async () => {
    await Promise.all([seedSeller(world.contextFor(), undefined), seedSeller(world.contextFor(), undefined)]);
    expect(await versions()).toBe(1);
    expect(await seller()).toMatchObject({
      name: 'Plume & Cie',
      siren: '732829320',
      siret: '73282932000074',
      vatRegime: 'STANDARD',
      addressLines: ['1 rue des Livres'],
      postcode: '33000',
      city: 'Bordeaux',
      country: 'FR',
    });
  });

  test('a change is a new version from its day on, and says for the rest what the one before says', async () => {
    await seedSeller(world.contextFor(), undefined);
    const before = await seller();
    const today = '2026-11-20';
    const changed = await change({
      validFrom: '2027-01-01',
      name: 'Plume et Fils',
      legalForm: 'SAS',
      capitalCents: 1_000_000,
      iban: 'FR76 3000 6000 0112 3456 7890 189',
      accounts: { bank: '5121' },
    });
    expect(changed).toMatchObject({
      validFrom: '2027-01-01',
      name: 'Plume et Fils',
      siren: '732829320',
      iban: 'FR7630006000011234567890189',
      capital: { amount: 1_000_000, currency: 'EUR' },
      accounts: { bank: '5121', customers: '411' },
    });
    expect(await seller(today)).toEqual(before);
    expect(await seller('2026-12-31')).toEqual(before);
    expect(await seller('2027-01-01')).toEqual(changed);
    expect(await versions()).toBe(2);
    expect(world.auditLog.find(({ action }) => action === 'SELLER_CHANGED')).toMatchObject({
      payload: { validFrom: '2027-01-01', fields: expect.arrayContaining(['name', 'iban', 'accounts']) },
    });
  });

  test('of two versions from one day on the later one counts', async () => {
    await change({ name: 'Erreur' });
    world.clock.advance(1);
    await change({ name: 'Juste' });
    expect((await seller()).name).toBe('Juste');
  });

  test('a change of regime in mid-year applies from its date, and what was issued keeps what it said', async () => {
    const before = await invoiced();
    expect(before).toMatchObject({
      seller: { name: 'Plume & Cie', vatRegime: 'STANDARD' },
      totals: { tax: { amount: 2_000 } },
    });
    await change({ vatRegime: 'FRANCHISE', vatPeriod: 'FRANCHISE' });
    const after = await invoiced();
    expect(after).toMatchObject({
      seller: { vatRegime: 'FRANCHISE' },
      totals: { tax: { amount: 0 }, gross: { amount: 12_000 } },
      vatNote: 'TVA non applicable, art. 293 B du CGI',
    });
    const kept = await world.db
      .selectFrom('invoice')
      .select('document')
      .where('number', '=', before.number)
      .executeTakeFirstOrThrow();
    expect(documentFromStore(jsonFrom(kept.document))).toEqual(before);
  });

  test('the day on the invoice decides, not the one on a clock that stepped back over midnight', async () => {
    await change({ validFrom: '2027-01-01', vatRegime: 'FRANCHISE', vatPeriod: 'FRANCHISE' });
    world.clock.set('2026-12-31T23:00:30.000Z');
    expect((await invoiced()).seller.vatRegime).toBe('FRANCHISE');
    world.clock.advance(-60_000);
    const document = await invoiced();
    expect(document.dueOn).toBe('2027-01-01');
    expect(document.seller.vatRegime).toBe('FRANCHISE');
  });

  test('a wrong number is refused by its field, and nothing is written', async () => {
    await seedSeller(world.contextFor(), undefined);
    expect(await faultsOf({ siren: '732829321' })).toMatchObject({ 'input.siren': ['siren'] });
    expect(await faultsOf({ siret: '73282932000075' })).toEqual({ 'input.siret': ['siret'] });
    expect(await faultsOf({ siret: '55210055400013' })).toMatchObject({
      'input.siret': expect.arrayContaining(['otherSiren']),
    });
    expect(await faultsOf({ vatNumber: 'FR45732829320' })).toEqual({ 'input.vatNumber': ['vatNumber'] });
    expect(await faultsOf({ vatNumber: 'DE123456789' })).toMatchObject({
      'input.vatNumber': expect.arrayContaining(['vatNumber']),
    });
    expect(await faultsOf({ vatNumber: null })).toEqual({ 'input.vatNumber': ['required'] });
    expect(await faultsOf({ iban: 'FR7630006000011234567890188' })).toEqual({ 'input.iban': ['iban'] });
    expect(await faultsOf({ bic: 'AGRIFRP' })).toEqual({ 'input.bic': ['bic'] });
    expect(await faultsOf({ country: 'XX' })).toMatchObject({ 'input.country': ['country'] });
    expect(await faultsOf({ fiscalYearEnd: '02-30' })).toEqual({ 'input.fiscalYearEnd': ['dayOfYear'] });
    expect(await faultsOf({ vatRegime: 'FRANCHISE' })).toEqual({ 'input.vatPeriod': ['otherRegime'] });
    expect(await faultsOf({ name: null })).toEqual({ 'input.name': ['required'] });
    expect(await faultsOf({ validFrom: '2026-01-01' })).toEqual({ 'input.validFrom': ['notBeforeToday'] });
    expect(await versions()).toBe(1);
  });

  test('words that were agreed about early and late payment stand instead of the usual ones', async () => {
    await change({ penaltyTextFr: 'Pénalités : trois fois le taux légal.', discountTextEn: '2 % within ten days.' });
    expect(await seller()).toMatchObject({
      penaltyTextFr: 'Pénalités : trois fois le taux légal.',
      penaltyTextEn: null,
    });
  });
});

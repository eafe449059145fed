import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seed } from '../../../src/modules.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';
import { openTestEnvironment, seedPeople, type AppEnvironment } from '../../support/environment.ts';
import { testClock } from '../../support/clock.ts';
import { makeActor, person } from '../../support/make/actor.ts';

const clock = testClock();
let env: AppEnvironment;
const ids = new Map<UserRole, string>();
const idOf = (role: UserRole): string => ids.get(role) ?? '';
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  await seed(env.contextFor());
  await seedPeople(env.contextFor());
  for (const { id, role } of await env.db.selectFrom('user').select(['id', 'role']).execute()) ids.set(role, id);
});
afterAll(() => env.close());

const admin = () => person('ADMIN', idOf('ADMIN'));
const proven = () => makeActor(idOf('ADMIN'), { role: 'ADMIN', provenAt: clock.now() });
const change = 'mutation ($input: ChangeSellerInput!) { changeSeller(input: $input) { name iban capital { amount } } }';
const update =
  'mutation ($input: UpdateMyBillingProfileInput!) { updateMyBillingProfile(input: $input) { kind siren missingFields } }';

test('an admin who has just proven themself changes the seller, and reads it', async () => {
  expect((await env.ask(admin(), change, { input: { name: 'Nouveau' } })).errors?.[0]?.extensions).toMatchObject({
    code: 'STEP_UP_REQUIRED',
  });
  const input = { name: 'Plume & Cie', iban: 'FR76 3000 6000 0112 3456 7890 189', capitalCents: 100_000 };
  expect((await env.ask(proven(), change, { input })).data).toEqual({
    changeSeller: { name: 'Plume & Cie', iban: 'FR7630006000011234567890189', capital: { amount: 100_000 } },
  });
  expect((await env.ask(admin(), '{ seller { name vatRegime accounts { bank } } }')).data).toEqual({
    seller: { name: 'Plume & Cie', vatRegime: 'STANDARD', accounts: { bank: '512' } },
  });
});

test.each([
  [{ paymentTermDays: 61 }, 'paymentTermDays', 'max'],
  [{ addressLines: ['1', '2', '3', '4', '5'] }, 'addressLines', 'arrayMaxSize'],
  [{ accounts: { bank: '51x' } }, 'accounts.bank', 'matches'],
  [{ iban: 'FR7630006000011234567890188' }, 'iban', 'iban'],
  [{ name: '😀'.repeat(256) }, 'name', 'isLength'],
])('%j is refused on its field', async (input, field, rule) => {
  const { errors } = await env.ask(proven(), change, { input });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'INPUT_INVALID',
    details: { fields: [{ path: `input.${field}`, rules: expect.arrayContaining([rule]) }] },
  });
});

test('a customer says whom their invoices are made out to; a proofreader has none', async () => {
  const customer = person('CUSTOMER', idOf('CUSTOMER'));
  const input = { kind: 'FRENCH_BUSINESS', name: 'Fleuve', siren: '552 100 554' };
  expect((await env.ask(customer, update, { input })).data).toEqual({
    updateMyBillingProfile: {
      kind: 'FRENCH_BUSINESS',
      siren: '552100554',
      missingFields: ['addressLines', 'postcode', 'city', 'country'],
    },
  });
  const proofreader = person('PROOFREADER', idOf('PROOFREADER'));
  expect((await env.ask(proofreader, '{ myBillingProfile { kind } }')).errors?.[0]?.extensions).toMatchObject({
    code: 'FORBIDDEN',
  });
});

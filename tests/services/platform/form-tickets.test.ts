/** Tickets of public forms, and the work that they ask for. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { solveFormTicket } from '../../../sdk/forms.ts';
import { fingerprint } from '../../../src/services/kernel/ids.ts';
import { formTicket, issueFormTicket, requireFormTicket } from '../../../src/services/platform/form-tickets.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

const clock = testClock();
let env: AppEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock, environment: { FORM_PROOF_BITS: '18' } });
});
afterAll(() => env.close());

const issued = (bits: number) => {
  const ticket = issueFormTicket(env.contextFor(), bits);
  clock.advance(3_000);
  return ticket;
};
const refusal = (bits: number) =>
  expect.objectContaining({
    code: 'PROOF_OF_WORK_REQUIRED',
    details: { fields: [{ path: 'input.proof', rules: ['proofOfWork'] }], proofBits: bits },
  });

describe('the proof of work of a form', () => {
  test('of the real 18 bits is found by the SDK, and is good for its ticket alone', async () => {
    const given = issued(18);
    const proof = await solveFormTicket(given);
    requireFormTicket(env.contextFor(), { ticket: given.ticket, proof });
    const other = issued(18);
    for (const wrong of [undefined, null, '', '0', `${proof}0`, `0${proof}`])
      expect(() => requireFormTicket(env.contextFor(), { ticket: given.ticket, proof: wrong })).toThrow(refusal(18));
    expect(() => requireFormTicket(env.contextFor(), { ticket: other.ticket, proof })).toThrow(refusal(18));
  });

  test('is refused with the field that it belongs to, through the API, and nothing is written', async () => {
    const { ticket } = issued(12);
    const document = `mutation($input: StartGuestOrderInput!) { startGuestOrder(input: $input) { resumeToken } }`;
    const consents = ['TERMS', 'PRIVACY'].map((purpose) => ({ purpose, policyVersion: '1' }));
    const input = {
      ...{ ticket, firstName: 'Claire', lastName: 'Dumas', email: 'claire@example.org', password: 'Balise-58-Molène' },
      ...{ priceItemId: 'x', title: 'Le Gardien', consents, proof: 'no' },
    };
    const { codes } = await env.ask(env.contextFor().actor, document, { input });
    expect(codes).toEqual(['PROOF_OF_WORK_REQUIRED']);
    expect(await env.db.selectFrom('guest_order').select('id').execute()).toEqual([]);
  });

  test('cannot be lowered by whoever holds the ticket', () => {
    const [at, nonce, , signature] = issued(18).ticket.split('.');
    expect(() => requireFormTicket(env.contextFor(), { ticket: `${at}.${nonce}.0.${signature}`, proof: '' })).toThrow(
      expect.objectContaining({ code: 'FORM_TICKET_INVALID' }),
    );
  });

  test('is not asked for where the setting is 0', () => {
    const { ticket } = issued(0);
    requireFormTicket(env.contextFor(), { ticket });
  });
});

test('the work doubles each time that the forms of the last ten minutes do, for new tickets, and falls again', async () => {
  const bits = async () => (await formTicket(env.contextFor())).proofBits;
  const taken = async (count: number): Promise<void> => {
    const rows = Array.from({ length: count }, () => ({
      ticket_hash: fingerprint(String(Math.random())),
      created_at: clock.now(),
    }));
    await env.db.insertInto('used_form_ticket').values(rows).execute();
  };
  expect(await bits()).toBe(18);
  await taken(30);
  expect(await bits()).toBe(18);
  await taken(1);
  expect(await bits()).toBe(19);
  await taken(89);
  expect(await bits()).toBe(20);
  for (let n = 0; n < 10; n++) await taken(500);
  expect(await bits()).toBe(24);
  clock.advance(10 * 60_000 + 1);
  expect(await bits()).toBe(18);
});

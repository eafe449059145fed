import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataKey } from '../../../../src/entities/vault/data-key.entity.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../../src/services/platform/orm/orm.ts';
import { prune } from '../../../../src/services/platform/jobs/prune.ts';
import { issueFormTicket, requireFormTicket, useFormTicket } from '../../../../src/services/platform/form-tickets.ts';
import { eraseCustomer, requestCustomerData } from '../../../../src/services/privacy/index.ts';
import { HOUR } from '../../../support/clock.ts';
import { makeGuestOrder } from '../../../support/make/guest-order.ts';
import { makeStoredFile } from '../../../support/make/stored-file.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../../identity/people-environment.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

/** The token of the link that was mailed to show whose address it is. */
async function proofOf(email: string): Promise<string> {
  await env.perform(requestCustomerData, { email });
  await env.app.worker.runDue();
  const mails = ((await env.app.services.mailbox?.list(100)) ?? []).filter(({ to }) => to.email === email);
  return mails.flatMap(({ text }) => /\/mes-donnees\?token=([\w-]{43})/.exec(text)?.[1] ?? []).at(0) ?? '';
}

test('whoever shows that an address is theirs has its guest orders destroyed, texts and keys too', async () => {
  const em = env.app.orm.em.fork() as EntityManager;
  const email = `${newId()}@example.org`;
  const manuscript = makeStoredFile(em, { owner: null });
  em.create(DataKey, {
    ...{ id: manuscript.dataKeyId, fileId: manuscript.id, versionId: manuscript.versionId },
    ...{ kekId: 'test', wrapped: Buffer.from('key') },
  });
  await em.flush();
  const guest = makeGuestOrder(em, { email, manuscript });
  const other = makeGuestOrder(em);
  await em.flush();
  await env.perform(eraseCustomer, { token: await proofOf(email), reason: 'PRIVACY' });
  const rows = await env.db
    .selectFrom('guest_order')
    .selectAll()
    .where('id', 'in', [guest.id, other.id])
    .orderBy('id')
    .execute();
  expect(rows).toMatchObject([
    { status: 'EXPIRED', email: '', first_name: '', title: '', password_hash: null, manuscript_id: null },
    { status: 'STARTED', first_name: 'Claire', title: 'Le Gardien' },
  ]);
  expect(await env.db.selectFrom('data_key').select('id').where('file_id', '=', manuscript.id).execute()).toEqual([]);
});

test('a form ticket is good once, for its time, and is forgotten when nobody could use it any more', async () => {
  const ctx = () => env.contextFor();
  const { ticket, validFrom, expiresAt } = issueFormTicket(ctx(), 0);
  expect(expiresAt.getTime() - validFrom.getTime()).toBe(2 * HOUR - 3_000);
  expect(() => requireFormTicket(ctx(), { ticket })).toThrow(expect.objectContaining({ code: 'FORM_TICKET_INVALID' }));
  env.clock.advance(3_000);
  requireFormTicket(ctx(), { ticket, trap: '' });
  await env.run(useFormTicket, ticket);
  await expect(env.run(useFormTicket, ticket)).rejects.toMatchObject({ code: 'FORM_TICKET_INVALID' });
  const known = () => env.db.selectFrom('used_form_ticket').select('ticket_hash').execute();
  await prune(ctx(), {});
  expect(await known()).toHaveLength(1);
  env.clock.advance(5 * HOUR);
  await prune(ctx(), {});
  expect(await known()).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../src/entities/identity/user.entity.ts';
import { instantAt } from '../../src/services/kernel/business-time.ts';
import { markLateTask } from '../../src/services/orders/deadlines/mark-late.ts';
import { remindDueTask } from '../../src/services/orders/deadlines/remind-due.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { ask, askWithFiles, signIn } from '../support/ask.ts';
import { testClock } from '../support/clock.ts';
import { openTestEnvironment, type AppEnvironment, type TestEnvironment } from '../support/environment.ts';
import { makeOrder } from '../support/make/order.ts';
import { spawnModule } from '../support/processes/spawn.ts';
import { docx } from '../support/zip.ts';

const zone = 'Europe/Paris';
const at = (date: string, time = '09:00'): Date => instantAt(date, time, zone);
const clock = testClock(at('2026-11-30'));

type Role = 'ADMIN' | 'CUSTOMER' | 'PROOFREADER';

let env: TestEnvironment;
/** A second worker beside the first. */
let other: AppEnvironment;
const ids = new Map<string, Role>();
beforeAll(async () => {
  env = await openTestEnvironment({ isWorking: false, clock });
  other = await openTestEnvironment({ isServed: false, database: env.database, clock });
  for (const { id, role } of await env.db.selectFrom('user').select(['id', 'role']).execute())
    ids.set(id, role as Role);
});
afterAll(async () => {
  await other.close();
  await env.close();
});

const idOf = (role: Role): string => [...ids].find(([, known]) => known === role)?.[0] as string;
const paidOrder = (dueAt: Date | null): Promise<string> =>
  env.run(async ({ em }: Tx<'em'>) => {
    const order = makeOrder(em, {
      customer: em.getReference(User, idOf('CUSTOMER')),
      proofreader: em.getReference(User, idOf('PROOFREADER')),
      status: 'IN_PROGRESS',
      paidAt: clock.now(),
      dueAt,
    });
    await em.flush();
    return order.id;
  }, undefined);

const say = async <T>(role: Role, document: string, variables: object): Promise<T> => {
  const answer = await ask(env, document, { token: await signIn(env, role), variables });
  expect(answer.errors).toEqual([]);
  return answer.data as T;
};

/** Mails about an order, as `template to whom`. */
async function mailsAbout(orderId: string): Promise<string[]> {
  const rows = await env.db.selectFrom('email_delivery').select(['template', 'recipient_id', 'data']).execute();
  return rows
    .filter(({ data }) => JSON.stringify(data).includes(orderId.slice(-8).toUpperCase()))
    .map(({ template, recipient_id }) => `${template} ${ids.get(recipient_id ?? '')}`)
    .sort();
}

interface Shown {
  readonly order: {
    readonly dueAt: string;
    readonly isLate: boolean;
    readonly extensions: readonly { readonly id: string; readonly status: string }[];
    readonly timeline: { readonly nodes: readonly { readonly kind: string; readonly by: string }[] };
  };
}
const see = async (role: Role, id: string) =>
  (
    await say<Shown>(
      role,
      'query ($id: ID!) { order(id: $id) { dueAt isLate extensions { id status } timeline { nodes { kind by } } } }',
      { id },
    )
  ).order;

test('the proofreader asks for more time, an admin grants it, and the author gets the new date', async () => {
  const orderId = await paidOrder(null);
  const sent = await askWithFiles(
    env,
    'mutation ($input: UploadManuscriptInput!) { uploadManuscript(input: $input) { dueAt } }',
    {
      token: await signIn(env, 'CUSTOMER'),
      variables: { input: { orderId, file: null } },
      files: { 'variables.input.file': { name: 'roman.docx', bytes: docx('Il était une fois.') } },
    },
  );
  expect(sent.data).toEqual({ uploadManuscript: { dueAt: null } });
  await env.app.worker.runDue();
  expect(await see('CUSTOMER', orderId)).toMatchObject({ dueAt: '2026-12-14T17:00:00.000Z', isLate: false });

  const until = '2026-12-17T17:00:00.000Z';
  const asked = await say<{ requestExtension: { id: string } }>(
    'PROOFREADER',
    'mutation ($input: RequestExtensionInput!) { requestExtension(input: $input) { id status askedBy { role } } }',
    { input: { orderId, until, reason: 'Deux chapitres à vérifier.' } },
  );
  await env.app.worker.runDue();
  expect(await mailsAbout(orderId)).toEqual(['order-extension-asked ADMIN']);
  expect((await see('CUSTOMER', orderId)).dueAt).toBe('2026-12-14T17:00:00.000Z');

  const answered = await say(
    'ADMIN',
    'mutation ($input: AnswerExtensionInput!) { answerExtension(input: $input) { status note } }',
    { input: { id: asked.requestExtension.id, grant: true, note: 'D’accord.' } },
  );
  expect(answered).toEqual({ answerExtension: { status: 'GRANTED', note: 'D’accord.' } });
  await env.app.worker.runDue();
  expect(await mailsAbout(orderId)).toEqual(['order-extended CUSTOMER', 'order-extension-asked ADMIN']);
  const [forCustomer, forProofreader] = [await see('CUSTOMER', orderId), await see('PROOFREADER', orderId)];
  expect(forCustomer).toEqual({
    dueAt: until,
    isLate: false,
    extensions: [],
    timeline: {
      nodes: [
        { kind: 'FILE_ADDED', by: 'CUSTOMER' },
        { kind: 'DUE_DATE_SET', by: 'APPLICATION' },
        { kind: 'DUE_DATE_MOVED', by: 'TEAM' },
      ],
    },
  });
  expect(forProofreader.extensions).toMatchObject([{ status: 'GRANTED' }]);
  expect(forProofreader.timeline.nodes).toContainEqual({ kind: 'EXTENSION_ASKED', by: 'PROOFREADER' });
});

test('an order is late, and everybody is reminded once, by two workers and one that was killed', async () => {
  const dueAt = at('2026-12-04', '18:00');
  const orderId = await paidOrder(dueAt);
  clock.set(at('2026-12-07'));
  const nobody = { reminders: [], mails: [] };
  const sent = async () => ({
    reminders: await env.db.selectFrom('order_reminder').select('kind').where('order_id', '=', orderId).execute(),
    mails: await mailsAbout(orderId),
  });
  const { ended, output } = spawnModule('tests/support/processes/reminded-once.ts', {
    TEST_DATABASE: JSON.stringify(env.database.settings),
    DATA_DIR: env.config.dataDir,
    KEYS_DIR: env.config.keysDir,
    BCRYPT_ROUNDS: '4',
    ...(env.database.settings.url === undefined ? {} : { DATABASE_URL: env.database.settings.url }),
    NOW: clock.now().toISOString(),
    CRASH_AT: 'order-reminder-written',
  });
  expect([await ended, output()]).toEqual(['SIGKILL', '']);
  expect(await sent()).toEqual(nobody);

  for (const task of [remindDueTask, remindDueTask, markLateTask, markLateTask])
    await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(task, {}), undefined);
  await Promise.all([env.app.worker.runDue(), other.app.worker.runDue()]);
  await env.app.worker.runDue();
  expect(await sent()).toEqual({
    reminders: [{ kind: 'LATE' }],
    mails: ['order-late ADMIN', 'order-late PROOFREADER', 'order-late-customer CUSTOMER'],
  });

  const shown = await see('CUSTOMER', orderId);
  expect(shown.isLate).toBe(true);
  expect(shown.timeline.nodes).toEqual([{ kind: 'LATE', by: 'APPLICATION' }]);
  const board = await say(
    'ADMIN',
    '{ lateOrders { nodes { daysLate reason nextStep order { id isLate } } totalCount } }',
    {},
  );
  expect(board).toEqual({
    lateOrders: {
      nodes: [
        { daysLate: 3, reason: 'IN_PROGRESS', nextStep: 'ASK_PROOFREADER', order: { id: orderId, isLate: true } },
      ],
      totalCount: 1,
    },
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { LiveStream } from '../../../src/resolvers/graphql/socket/live-stream.ts';
import { liveCursor } from '../../../src/resolvers/live-cursor.ts';
import { notify, notifyMany } from '../../../src/services/notifications/index.ts';
import { addPerson, asking } from '../../services/notifications/people.ts';
import { auditEntries } from '../../support/audit-log.ts';
import { DAY, HOUR, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

const clock = testClock();
let env: AppEnvironment;
let me: { id: string };
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
});
afterAll(() => env.close());
beforeEach(async () => {
  me = await env.run(addPerson, {});
});

const list = `query($first: Int, $after: Cursor) { unreadNotificationCount notifications(first: $first, after: $after) {
  nodes { id title message type priority data actionUrl isRead readAt expiresAt createdAt } pageInfo { hasNextPage endCursor } } }`;
interface Listed {
  unreadNotificationCount: number;
  notifications: {
    nodes: { id: string; title: string; isRead: boolean; readAt: string | null; data: unknown }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
const listed = async (variables = {}, actor = asking(me.id)) =>
  (await env.ask(actor, list, variables)).data as unknown as Listed;

const notifyMe = (title: string, more = {}) =>
  env.run(notify, { userId: me.id, title, message: 'm', dedupeKey: `${title}:${me.id}`, ...more });

describe('notifications', () => {
  test('the most pressing come first, then the newest; pages by keyset lose and repeat nothing', async () => {
    const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
    for (let i = 0; i < 12; i++) {
      await notifyMe(`n${i}`, { priority: priorities[i % 4] });
      if (i % 5 !== 0) clock.advance(1_000);
    }
    const titles: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const {
        notifications: { nodes, pageInfo },
      }: Listed = await listed({ first: 5, after });
      titles.push(...nodes.map(({ title }) => title));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(titles).toEqual(['n11', 'n7', 'n3', 'n10', 'n6', 'n2', 'n9', 'n5', 'n1', 'n8', 'n4', 'n0']);
  });

  test('one that never expires is counted and shown; one that has expired is neither', async () => {
    await notifyMe('for ever');
    await notifyMe('for an hour', { expiresAt: new Date(clock.now().getTime() + HOUR), data: { orderId: 'o' } });
    expect((await listed()).unreadNotificationCount).toBe(2);
    clock.advance(DAY);
    const { unreadNotificationCount, notifications } = await listed();
    expect(unreadNotificationCount).toBe(1);
    expect(notifications.nodes.map(({ title }) => title)).toEqual(['for ever']);
  });

  test('reading one, reading all, deleting one', async () => {
    for (const title of ['a', 'b', 'c']) await notifyMe(title);
    const ids = new Map((await listed()).notifications.nodes.map(({ id, title }) => [title, id]));
    const read = await env.ask(
      asking(me.id),
      'mutation($id: ID!) { markNotificationRead(input: { id: $id }) { id isRead readAt } }',
      { id: ids.get('a') },
    );
    expect(read.data).toEqual({
      markNotificationRead: { id: ids.get('a'), isRead: true, readAt: clock.now().toISOString() },
    });
    const gone = await env.ask(asking(me.id), 'mutation($id: ID!) { deleteNotification(input: { id: $id }) { id } }', {
      id: ids.get('b'),
    });
    expect(gone.codes).toEqual([]);
    expect(await listed()).toMatchObject({
      unreadNotificationCount: 1,
      notifications: { nodes: [{ title: 'c' }, { title: 'a' }] },
    });
    expect((await env.ask(asking(me.id), 'mutation { markAllNotificationsRead }')).data).toEqual({
      markAllNotificationsRead: 1,
    });
    expect((await listed()).unreadNotificationCount).toBe(0);
    const again = await env.ask(
      asking(me.id),
      'mutation($id: ID!) { markNotificationRead(input: { id: $id }) { id } }',
      { id: ids.get('b') },
    );
    expect(again.codes).toEqual(['NOT_FOUND']);
  });

  test('another person’s notification does not exist', async () => {
    await notifyMe('mine');
    const [mine] = (await listed()).notifications.nodes;
    const stranger = asking((await env.run(addPerson, {})).id);
    expect(await listed({}, stranger)).toMatchObject({ unreadNotificationCount: 0, notifications: { nodes: [] } });
    for (const mutation of ['markNotificationRead', 'deleteNotification']) {
      expect(
        (await env.ask(stranger, `mutation($id: ID!) { ${mutation}(input: { id: $id }) { id } }`, { id: mine?.id }))
          .codes,
      ).toEqual(['NOT_FOUND']);
    }
    expect((await env.ask(stranger, 'mutation { markAllNotificationsRead }')).data).toEqual({
      markAllNotificationsRead: 0,
    });
    expect((await listed()).unreadNotificationCount).toBe(1);
  });

  test('nobody known is refused; so is a cursor that we did not give', async () => {
    const nobody = { ...asking(me.id), kind: 'ANONYMOUS' as const, userId: null, role: null };
    expect((await env.ask(nobody, '{ unreadNotificationCount }')).codes).toEqual(['UNAUTHENTICATED']);
    expect((await env.ask(asking(me.id), list, { after: liveCursor({ seq: 1 }) })).codes).toEqual(['INPUT_INVALID']);
  });
});

describe('createAdminNotification', () => {
  const create = `mutation($input: CreateAdminNotificationInput!) { createAdminNotification(input: $input) { id recipientCount } }`;
  const input = {
    audience: 'PROOFREADER',
    title: 'Fermeture',
    message: 'L’atelier ferme du 24 au 26.',
    priority: 'HIGH',
    actionUrl: '/actualites',
  };

  test('notifies every active person of a role, once each, and is in the audit log', async () => {
    const admin = await env.run(addPerson, { role: 'ADMIN' });
    const proofreaders = [
      await env.run(addPerson, { role: 'PROOFREADER' }),
      await env.run(addPerson, { role: 'PROOFREADER' }),
    ];
    await env.run(addPerson, { role: 'PROOFREADER', status: 'SUSPENDED' });
    const { data } = await env.ask(asking(admin.id, 'ADMIN'), create, { input });
    const { id, recipientCount } = (
      data as unknown as { createAdminNotification: { id: string; recipientCount: number } }
    ).createAdminNotification;
    expect(recipientCount).toBe(2);
    for (const person of proofreaders)
      expect((await listed({}, asking(person.id, 'PROOFREADER'))).notifications.nodes).toMatchObject([
        { title: 'Fermeture', priority: 'HIGH' },
      ]);
    expect((await listed()).notifications.nodes).toEqual([]);
    expect((await auditEntries(env.db)).at(-1)).toMatchObject({
      action: 'ADMIN_NOTIFICATION_CREATED',
      target_id: id,
      payload: { audience: 'PROOFREADER', recipients: 2 },
    });
  });

  test('is for admins, and refuses an address elsewhere or an end in the past', async () => {
    expect((await env.ask(asking(me.id), create, { input })).codes).toEqual(['FORBIDDEN']);
    for (const wrong of [
      { actionUrl: '//evil.example' },
      { actionUrl: 'https://evil.example' },
      { expiresAt: '2020-01-01T00:00:00Z' },
      { title: '' },
    ]) {
      expect((await env.ask(asking(me.id, 'ADMIN'), create, { input: { ...input, ...wrong } })).codes).toEqual([
        'INPUT_INVALID',
      ]);
    }
  });
});

describe('notificationAdded', () => {
  const document =
    'subscription($after: Cursor) { notificationAdded(after: $after) { cursor notification { title } } }';

  test('reads one’s own stream, from a cursor on, and lets nobody else receive it', async () => {
    await env.run(notifyMany, [{ userId: me.id, title: 't', message: 'm', dedupeKey: `live:${me.id}` }]);
    const stream = await env.subscribe(asking(me.id), document, { after: liveCursor({ seq: 7 }) });
    if (!(stream instanceof LiveStream)) throw new Error('no stream');
    expect([stream.topic.name, stream.key, stream.after]).toEqual(['notificationAdded', me.id, 7]);
    const stranger = await env.run(addPerson, {});
    const people = [asking(me.id), asking(stranger.id), asking(stranger.id, 'ADMIN')];
    expect(await stream.entitled({ seq: 1, payload: {} }, people, env.contextOf(asking(me.id)))).toEqual(
      new Set([me.id]),
    );
  });
});

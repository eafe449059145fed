import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/services/kernel/ids.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import {
  notify,
  notifyMany,
  queueMail,
  recipientsIn,
  recipientsOf,
  type NotificationRequest,
} from '../../../src/services/notifications/index.ts';
import { activation } from '../../../src/services/identity/emails/activation.ts';
import { createWorld, type World } from '../../support/world.ts';
import { addPerson } from './people.ts';
import { makePerson } from '../../support/make/person.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const inAppNotification = (userId: string, dedupeKey: string): NotificationRequest => ({
  userId,
  title: 'Commande assignée',
  message: 'Votre manuscrit a trouvé sa correctrice.',
  type: 'ORDER',
  actionUrl: '/orders/1',
  data: { orderId: '1' },
  dedupeKey,
});

const rowsOf = (userId: string) =>
  world.db.selectFrom('notification').selectAll().where('user_id', '=', userId).execute();

describe('notify', () => {
  test('writes the notification and publishes it on the person’s own stream', async () => {
    const { id } = await world.run(addPerson, {});
    await world.run(notify, inAppNotification(id, `a:${id}`));
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({
      title: 'Commande assignée',
      type: 'ORDER',
      priority: 'NORMAL',
      action_url: '/orders/1',
      read_at: null,
      deleted_at: null,
      expires_at: null,
    });
    expect(jsonFrom(row?.data)).toEqual({ orderId: '1' });
    expect(world.live.filter(({ stream }) => stream === `notificationAdded:${id}`)).toEqual([
      { stream: `notificationAdded:${id}`, payload: { notificationId: row?.id }, seq: 1 },
    ]);
  });

  test('a second one of the same key is none: no row, no live event, and the transaction goes on', async () => {
    const { id } = await world.run(addPerson, {});
    await world.run(notify, inAppNotification(id, `b:${id}`));
    await world.run(async (tx: Tx<'em' | 'now' | 'publish'>, userId: string) => {
      await notify(tx, inAppNotification(userId, `b:${userId}`));
      await notify(tx, inAppNotification(userId, `c:${userId}`));
    }, id);
    expect((await rowsOf(id)).map((row) => row.dedupe_key)).toEqual([`b:${id}`, `c:${id}`]);
    expect(world.live.filter(({ stream }) => stream === `notificationAdded:${id}`)).toHaveLength(2);
  });

  test('two of one key in one call are one', async () => {
    const { id } = await world.run(addPerson, {});
    await world.run(notifyMany, [inAppNotification(id, `d:${id}`), inAppNotification(id, `d:${id}`)]);
    expect(await rowsOf(id)).toHaveLength(1);
    expect(world.live.filter(({ stream }) => stream === `notificationAdded:${id}`)).toHaveLength(1);
  });

  test('reaches a person made in the same transaction', async () => {
    const id = await world.run(async (tx: Tx<'em' | 'now' | 'publish'>, email: string) => {
      const person = makePerson(tx.em, { email, firstName: 'Léa', lastName: 'Petit', status: 'PENDING' });
      await notify(tx, inAppNotification(person.id, `e:${person.id}`));
      return person.id;
    }, `${newId()}@example.org`);
    expect(await rowsOf(id)).toHaveLength(1);
  });

  test('notifies 2,000 people, each in their own words in one transaction', async () => {
    const ids = await world.run(async ({ em }: Tx<'em'>, count: number) => {
      const people = Array.from({ length: count }, (_, i) =>
        makePerson(em, {
          email: `many-${i}@example.org`,
          firstName: `P${i}`,
          lastName: 'Martin',
          role: 'ARTISAN',
        }),
      );
      await em.flush();
      return people.map(({ id }) => id);
    }, 2_000);
    await world.run(
      notifyMany,
      ids.map((id, i) => ({ ...inAppNotification(id, `many:${id}`), title: `Pour P${i}` })),
    );
    const rows = await world.db
      .selectFrom('notification')
      .innerJoin('user', 'user.id', 'notification.user_id')
      .select(['title', 'first_name'])
      .where('notification.dedupe_key', 'like', 'many:%')
      .execute();
    expect(rows).toHaveLength(2_000);
    expect(rows.every(({ title, first_name }) => title === `Pour ${first_name}`)).toBe(true);
    const streams = new Set(world.live.filter(({ seq }) => seq === 1).map(({ stream }) => stream));
    expect(ids.every((id) => streams.has(`notificationAdded:${id}`))).toBe(true);
  });
});

describe('queueMail', () => {
  const request = (userId: string) => ({
    template: activation,
    recipient: { userId, email: 'lea@example.org', name: 'Léa Petit' },
    locale: 'fr' as const,
    data: { firstName: 'Léa', expiresInMinutes: 30 },
    dedupeKey: `activation:${userId}`,
  });

  test('writes the delivery and one job, and holds no token', async () => {
    const { id } = await world.run(addPerson, {});
    const deliveryId = await world.run(queueMail, request(id));
    expect(await world.run(queueMail, request(id))).toBeUndefined();
    const rows = await world.db.selectFrom('email_delivery').selectAll().where('recipient_id', '=', id).execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      id: deliveryId,
      status: 'QUEUED',
      template: 'activation',
      to_email: 'lea@example.org',
    });
    expect(jsonFrom(rows[0]?.data)).toEqual({ firstName: 'Léa', expiresInMinutes: 30 });
    const jobs = await world.db.selectFrom('job').selectAll().where('kind', '=', 'notifications.send-mail').execute();
    expect(jobs.map((job) => jsonFrom(job.payload))).toEqual([{ deliveryId, attempt: 1 }]);
  });

  test('a transaction that fails sends nothing', async () => {
    const { id } = await world.run(addPerson, {});
    await expect(
      world.run(async (tx: Tx<'em' | 'now' | 'enqueue'>, userId: string) => {
        await queueMail(tx, request(userId));
        throw new Error('later trouble');
      }, id),
    ).rejects.toThrow('later trouble');
    expect(await world.db.selectFrom('email_delivery').select('id').where('recipient_id', '=', id).execute()).toEqual(
      [],
    );
  });
});

test('people who are suspended or erased are not notified', async () => {
  const [active, suspended, admin] = await Promise.all([
    world.run(addPerson, { locale: 'en' }),
    world.run(addPerson, { status: 'SUSPENDED' }),
    world.run(addPerson, { role: 'ADMIN' }),
  ]);
  const found = await world.run(recipientsOf, [active.id, suspended.id]);
  expect([...found.keys()]).toEqual([active.id]);
  expect(found.get(active.id)).toMatchObject({ name: 'Camille Morel', firstName: 'Camille', locale: 'en' });
  expect((await world.run(recipientsIn, 'ADMIN' as const)).map(({ userId }) => userId)).toEqual([admin.id]);
});

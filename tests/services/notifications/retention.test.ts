import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DeliveryStatus } from '../../../src/entities/notifications/email-delivery.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { notificationsRetention } from '../../../src/services/notifications/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { DAY } from '../../support/clock.ts';
import { retain } from '../../support/retention.ts';
import { createWorld, type World } from '../../support/world.ts';
import { addPerson } from './people.ts';
import { makeEmailDelivery } from '../../support/make/email-delivery.ts';
import { makeNotification } from '../../support/make/notification.ts';

let world: World;
let userId: string;
beforeAll(async () => {
  world = await createWorld();
  userId = (await world.run(addPerson, {})).id;
});
afterAll(() => world.close());

const prune = (): Promise<string> => retain(world.contextFor(), notificationsRetention);

async function addMail({ em }: Tx<'em'>, { status }: { status: DeliveryStatus }): Promise<void> {
  makeEmailDelivery(em, { status, dedupeKey: status });
}
const mails = async (): Promise<string[]> =>
  (await world.db.selectFrom('email_delivery').select('dedupe_key as key').orderBy('dedupe_key').execute()).map(
    ({ key }) => key,
  );

test('mails are forgotten after 90 days, unless they still wait', async () => {
  for (const status of ['QUEUED', 'SENDING', 'SENT', 'AMBIGUOUS', 'FAILED'] as const)
    await world.run(addMail, { status });
  world.clock.advance(89 * DAY);
  await prune();
  expect(await mails()).toHaveLength(5);
  world.clock.advance(2 * DAY);
  await prune();
  expect(await mails()).toEqual(['QUEUED', 'SENDING']);
});

async function addNotification(
  { em }: Tx<'em'>,
  ends: { title: string; deletedAt?: Date; expiresAt?: Date },
): Promise<void> {
  makeNotification(em, { ...ends, user: em.getReference(User, userId) });
}
const notifications = async (): Promise<string[]> =>
  (await world.db.selectFrom('notification').select('title').orderBy('title').execute()).map(({ title }) => title);

test('notifications are forgotten 30 days after they were deleted or expired; others stay', async () => {
  const now = world.clock.now();
  await world.run(addNotification, { title: 'deleted', deletedAt: now });
  await world.run(addNotification, { title: 'expired', expiresAt: now });
  await world.run(addNotification, { title: 'kept' });
  await world.run(addNotification, { title: 'still shown', expiresAt: new Date(now.getTime() + 60 * DAY) });
  world.clock.advance(29 * DAY);
  await prune();
  expect(await notifications()).toHaveLength(4);
  world.clock.advance(2 * DAY);
  await prune();
  expect(await notifications()).toEqual(['kept', 'still shown']);
});

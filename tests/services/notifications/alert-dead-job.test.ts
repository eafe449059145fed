import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { notificationSubscriptions } from '../../../src/services/notifications/index.ts';
import { alertDeadJob, alertDeadJobTask } from '../../../src/services/notifications/tasks/alert-dead-job.ts';
import { GiveUp } from '../../../src/services/platform/jobs/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { defineTask, implementTask } from '../../../src/services/platform/task.ts';
import { HOUR } from '../../support/clock.ts';
import { createWorld } from '../../support/world.ts';
import { addPerson } from './people.ts';

const doomed = defineTask('test.doomed', z.object({ n: z.int() }));
const queue = async ({ enqueue }: Tx<'enqueue'>, n: number): Promise<void> => enqueue(doomed, { n });

test('a dead job rings each admin once an hour, in their language, and nobody else', async () => {
  const world = await createWorld({
    subscriptions: notificationSubscriptions,
    tasks: [
      implementTask(alertDeadJobTask, alertDeadJob),
      implementTask(doomed, async (_, _payload) => {
        throw new GiveUp('never');
      }),
    ],
  });
  const french = await world.run(addPerson, { role: 'ADMIN', locale: 'fr' });
  const english = await world.run(addPerson, { role: 'ADMIN', locale: 'en' });
  await world.run(addPerson, { role: 'CUSTOMER' });
  await world.run(addPerson, { role: 'ADMIN', status: 'SUSPENDED' });
  for (const n of [1, 2, 3]) await world.run(queue, n);
  await world.worker.runDue();
  const notifications = await world.db
    .selectFrom('notification')
    .select(['user_id', 'title', 'type', 'priority'])
    .orderBy('title')
    .execute();
  expect(notifications).toEqual([
    { user_id: english.id, title: 'A task failed for good', type: 'ERROR', priority: 'URGENT' },
    { user_id: french.id, title: 'Une tâche a échoué définitivement', type: 'ERROR', priority: 'URGENT' },
  ]);
  world.clock.advance(HOUR);
  await world.run(queue, 4);
  await world.worker.runDue();
  expect(await world.db.selectFrom('notification').select('id').execute()).toHaveLength(4);
  await world.close();
});

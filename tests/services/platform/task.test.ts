import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { defineTask, implementTask, type PayloadOf } from '../../../src/services/platform/task.ts';

const payload = z.object({ orderId: z.string() });
const printIt = defineTask('test.print', payload);
const mailIt = defineTask('test.mail', payload, { priority: 10 });

const done: string[] = [];
const print = async (_: Pick<AppContext, 'run'>, { orderId }: PayloadOf<typeof printIt>): Promise<void> =>
  void done.push(`print ${orderId}`);
const mail = async (_: Pick<AppContext, 'run'>, { orderId }: PayloadOf<typeof mailIt>): Promise<void> =>
  void done.push(`mail ${orderId}`);
const anonymous = async (_: Pick<AppContext, 'run'>, { orderId }: { orderId: string }): Promise<void> =>
  void done.push(orderId);

test('a task runs its own handler', async () => {
  for (const task of [implementTask(printIt, print), implementTask(mailIt, mail)]) {
    await task.run({} as AppContext, { orderId: '7' });
  }
  expect(done).toEqual(['print 7', 'mail 7']);
});

/** Never called: that it compiles is the test. */
export const whatDoesNotCompile = () => [
  // @ts-expect-error The handler of another task, whose payload has the same shape.
  implementTask(printIt, mail),
  // @ts-expect-error The same the other way round.
  implementTask(mailIt, print),
  // @ts-expect-error A handler that does not say whose payload it takes.
  implementTask(printIt, anonymous),
];

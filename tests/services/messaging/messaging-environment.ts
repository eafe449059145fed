import { openServices } from '../../../src/adapters.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { messagingTasks } from '../../../src/services/messaging/index.ts';
import { assignProofreader } from '../../../src/services/orders/index.ts';
import { instantFrom, jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { subscriptions } from '../../../src/modules.ts';
import { createWorld, type World } from '../../support/world.ts';
import { addPerson, asking } from '../notifications/people.ts';
import { makeOrder } from '../../support/make/order.ts';

/** What this takes of a world, or of the app. */
type Around = Pick<World, 'run' | 'db' | 'contextFor'>;

/** A world with the people of `prepareMessaging`, whose messaging jobs run on request. */
export async function openMessagingEnvironment() {
  const world = await createWorld({ subscriptions, services: openServices });
  return { world, contextFor: world.contextFor, ...(await prepareMessaging(world)) };
}

/** A customer, two proofreaders, an admin and a stranger; orders, and the jobs of messaging. */
export async function prepareMessaging(around: Around) {
  const person = async (facts: Parameters<typeof addPerson>[1]) => (await around.run(addPerson, facts)).id;
  const people = {
    customer: asking(await person({ firstName: 'Camille', lastName: 'Morel' })),
    ines: asking(await person({ firstName: 'Inès', lastName: 'Marchand', role: 'PROOFREADER' }), 'PROOFREADER'),
    paul: asking(
      await person({ firstName: 'Paul', lastName: 'Weber', role: 'PROOFREADER', locale: 'en' }),
      'PROOFREADER',
      'en',
    ),
    admin: asking(await person({ firstName: 'Ada', lastName: 'Lemoine', role: 'ADMIN' }), 'ADMIN'),
    stranger: asking(await person({ firstName: 'Max', lastName: 'Noir' })),
  };
  const work = jobsOf(around);
  return {
    people,
    work,
    /** A paid order; assigned when a proofreader is given. */
    async order(proofreader?: Actor): Promise<string> {
      const id = await around.run(addOrder, people.customer.userId as string);
      if (proofreader !== undefined) await work.assign(id, proofreader, people.admin);
      return id;
    },
    conversationOf: async (orderId: string): Promise<string> =>
      (
        await around.db
          .selectFrom('conversation')
          .select('id')
          .where('context_id', '=', orderId)
          .executeTakeFirstOrThrow()
      ).id,
  };
}

const addOrder = async ({ em }: Tx<'em'>, customerId: string): Promise<string> => {
  const order = makeOrder(em, {
    customer: customerId,
    status: 'PAID',
  });
  await em.flush();
  return order.id;
};

/** Runs the messaging jobs that are due, the newest first: nothing may depend on their order. */
function jobsOf({ run, db, contextFor }: Around) {
  const done = new Set<string>();
  const runDue = async (): Promise<void> => {
    const jobs = await db.selectFrom('job').select(['id', 'kind', 'payload', 'run_at']).orderBy('id', 'desc').execute();
    const due = jobs.filter(({ id, run_at }) => !done.has(id) && instantFrom(run_at) <= contextFor().now);
    let ran = 0;
    for (const { id, kind, payload } of due) {
      const task = messagingTasks.find(({ definition }) => definition.kind === kind);
      if (task === undefined) continue;
      await task.run(contextFor(), task.definition.payload.parse(jsonFrom(payload)));
      done.add(id);
      ran += 1;
    }
    if (ran > 0) await runDue();
  };
  return {
    runDue,
    assign: async (orderId: string, proofreader: Actor, admin: Actor): Promise<void> => {
      await run(assignProofreader, { orderId, proofreaderId: proofreader.userId as string }, admin);
      await runDue();
    },
  };
}

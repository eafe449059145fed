/** `@plan` on a schema of its own: no field of today belongs to a paid feature. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, execute, parse, subscribe, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Context } from '../../../src/resolvers/context.ts';
import { enforcePlans } from '../../../src/schema/directives/plan.directive.ts';
import { grantPlan } from '../../../src/services/billing/index.ts';
import { writePlans } from '../../../src/services/billing/plans/seed-plans.ts';
import { writing } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { person, type Person } from '../../services/orders/orders-fixture.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

let env: AppEnvironment;
let one: Person;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false });
  await env.run(writePlans, undefined);
  one = await person(env);
});
afterAll(() => env.close());

const sent = 'Bonjour';
async function* messages(): AsyncGenerator<object> {
  for (;;) yield {};
}

function schemaOfMessages(): GraphQLSchema {
  const schema = buildSchema(`
    directive @plan(feature: PlanFeature!) on FIELD_DEFINITION
    enum PlanFeature { SMS CALENDARS MEMBERS STORAGE }
    type Query { messages: String @plan(feature: SMS) free: String }
    type Mutation { send: String @plan(feature: SMS) }
    type Subscription { received: String @plan(feature: SMS) }
  `);
  const fields = { ...schema.getQueryType()!.getFields(), ...schema.getMutationType()!.getFields() };
  for (const field of Object.values(fields)) field.resolve = () => sent;
  const received = schema.getSubscriptionType()!.getFields()['received']!;
  received.subscribe = messages;
  received.resolve = () => sent;
  return enforcePlans(schema);
}

const schema = schemaOfMessages();
const contextValue = (): Context => env.contextOf(one.actor);
const refusals = ({ errors = [] }: ExecutionResult) =>
  errors.map(({ originalError }) => {
    const { code, details } = originalError as { code?: string; details?: object };
    return { code, details };
  });
const run = async (text: string): Promise<ExecutionResult> =>
  execute({ schema, document: parse(text), contextValue: contextValue() });
const listen = () => subscribe({ schema, document: parse('subscription { received }'), contextValue: contextValue() });

const setStatus = async ({ em }: Tx<'em'>, status: 'ACTIVE' | 'SUSPENDED'): Promise<void> =>
  void (await writing(em)
    .db.updateTable('plan_subscription')
    .set({ status })
    .where('person_id', '=', one.id)
    .execute());

const required = [{ code: 'PLAN_REQUIRED', details: { feature: 'SMS' } }];

test('a feature is asked of the database at each call, on subscriptions at each event too', async () => {
  expect(refusals(await run('{ messages }'))).toEqual(required);
  expect(refusals((await listen()) as ExecutionResult)).toEqual(required);
  expect((await run('{ free }')).data).toEqual({ free: sent });

  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await env.run(grantPlan, { personId: one.id, plan: 'PRO', until });
  expect((await run('{ messages }')).data).toEqual({ messages: sent });
  expect((await run('mutation { send }')).data).toEqual({ send: sent });
  const stream = (await listen()) as AsyncGenerator<ExecutionResult>;
  expect((await stream.next()).value).toEqual({ data: { received: sent } });

  // Suspended, it can be read and not written.
  await env.run(setStatus, 'SUSPENDED');
  expect((await run('{ messages }')).data).toEqual({ messages: sent });
  expect(refusals(await run('mutation { send }'))).toEqual(required);
  expect((await stream.next()).value).toEqual({ data: { received: sent } });

  await env.run(moveToStarter, one.id);
  expect(refusals((await stream.next()).value as ExecutionResult)).toEqual(required);
  await stream.return(undefined);
});

const moveToStarter = async ({ em }: Tx<'em'>, personId: string): Promise<void> => {
  const { db } = writing(em);
  const starter = await db.selectFrom('plan').select('id').where('code', '=', 'STARTER').executeTakeFirstOrThrow();
  await db.updateTable('plan_subscription').set({ plan_id: starter.id }).where('person_id', '=', personId).execute();
};

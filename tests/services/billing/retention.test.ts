import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebhookEvent, type WebhookStatus } from '../../../src/entities/billing/webhook-event.entity.ts';
import { billingRetention } from '../../../src/services/billing/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { DAY } from '../../support/clock.ts';
import { retain } from '../../support/retention.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function addEvent(
  { em, now }: Tx<'em' | 'now'>,
  { id, status }: { id: string; status: WebhookStatus },
): Promise<void> {
  em.create(WebhookEvent, {
    id,
    status,
    provider: 'stripe',
    type: 'checkout.session.completed',
    payload: {},
    occurredAt: now,
  });
}
const kept = async (): Promise<string[]> =>
  (await world.db.selectFrom('webhook_event').select('id').execute()).map(({ id }) => id).sort();

test('what a provider said is forgotten after 90 days, unless nobody has acted upon it', async () => {
  for (const status of ['APPLIED', 'IGNORED', 'RECEIVED'] as const)
    await world.run(addEvent, { id: `evt_${status}`, status });
  world.clock.advance(89 * DAY);
  await retain(world.contextFor(), billingRetention);
  expect(await kept()).toEqual(['evt_APPLIED', 'evt_IGNORED', 'evt_RECEIVED']);

  await world.run(addEvent, { id: 'evt_new', status: 'APPLIED' });
  world.clock.advance(2 * DAY);
  await retain(world.contextFor(), billingRetention);
  expect(await kept()).toEqual(['evt_RECEIVED', 'evt_new']);
});

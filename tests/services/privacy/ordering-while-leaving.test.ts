import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { createOrder } from '../../../src/services/orders/index.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { deleteUser } from '../../../src/services/privacy/index.ts';
import { person } from '../../support/actors.ts';
import { engine } from '../../support/database.ts';
import { openHouse, type House } from '../identity/house.ts';
import { settle } from '../identity/people.ts';
import { canary, customer } from './canaries.ts';

/** Writers of the embedded database queue anyway; on a server they meet. */
const rounds = engine === 'sqlite' ? 20 : 40;

let house: House;
let boss: string;
beforeAll(async () => {
  house = await openHouse();
  boss = await settle(house, 'boss@example.org');
});
afterAll(() => house.close());

const manager = (): EntityManager => house.app.orm.em.fork() as EntityManager;

test('an order placed in the instant its customer is erased goes with them or is refused', async () => {
  const em = manager();
  const item = em.create(PriceItem, { name: 'Pack', description: 'Pack', priceCents: 100, unit: 'PACK', serviceType: 'CORRECTION', position: 99 });
  await em.flush();
  const outcomes: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const userId = await settle(house, `${newId()}@example.org`);
    const { run } = house.app.surroundings({ actor: customer(userId), requestId: 'test' });
    const order = () => run(createOrder, { priceItemId: item.id, title: canary }).then(() => 'placed', (error: unknown) => String((error as { code: unknown }).code));
    const [outcome] = await Promise.all([
      sleep(round % 8).then(order), sleep(round % 5).then(() => house.perform(deleteUser, { userId, reason: 'OTHER' }, person('ADMIN', boss))),
    ]);
    outcomes.push(outcome);
  }
  expect(new Set(outcomes).difference(new Set(['placed', 'UNAUTHENTICATED']))).toEqual(new Set());
  const orders = await house.db.selectFrom('customer_order').select(['title', 'status']).execute();
  expect(orders).toHaveLength(outcomes.filter((outcome) => outcome === 'placed').length);
  expect(orders.filter(({ title, status }) => title !== '' || status !== 'CANCELLED')).toEqual([]);
}, 120_000);

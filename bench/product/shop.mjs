// The product in the process of the bench, with its sandbox: payment pages to pay, and a worker that processes events and
// nothing else (what follows an invoice is measured by itself).
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from '../../dist/app.js';
import { Order } from '../../dist/entities/orders/order.entity.js';
import { User } from '../../dist/entities/identity/user.entity.js';
import { system } from '../../dist/services/access/actor.js';
import { sandboxCheckoutOf } from '../../dist/services/adapters/payments/sandbox/sandbox.js';
import { openCheckout, receiveWebhook } from '../../dist/services/billing/index.js';
import { processPaymentEventTask } from '../../dist/services/billing/tasks/process-payment-event.task.js';
import { newId } from '../../dist/services/kernel/ids.js';
import { readConfig } from '../../dist/services/platform/config.js';
import { createWorker } from '../../dist/services/platform/jobs/index.js';
import { tasks, seed } from '../../dist/modules.js';
import { customerId, roots } from '../dataset/generate.mjs';

const onlyEvents = tasks.filter(({ definition }) => definition.kind === processPaymentEventTask.kind);

/** @returns `{ app, contextNow, system, openPages(count), pay(sessionId), deliver(event), process(), close() }` */
export async function openShop(database, home) {
  const folder = join(home, `shop-${database.engine}-${database.name}-${randomBytes(4).toString('hex')}`);
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: join(folder, 'data'),
    KEYS_DIR: join(folder, 'keys'),
    LOG_LEVEL: 'error',
    RATE_LIMIT_SCALE: '1000000',
    SELLER_VAT_REGIME: 'FRANCHISE',
  });
  const settings = database.engine === 'sqlite' ? { file: database.file } : { url: database.url, file: database.file };
  const app = await createApp(config, { database: settings });
  const contextNow = (actor = system) => app.contextFor({ actor, requestId: newId() });
  await seed(contextNow());
  const { payments, billables } = app.services;
  const worker = createWorker({ tasks: onlyEvents, contextFor: app.contextFor, log: app.log, metrics: app.metrics });
  const checkout = sandboxCheckoutOf(payments);
  const payer = { ...system, kind: 'PERSON', userId: customerId(0), role: 'CUSTOMER' };
  return {
    app,
    contextNow,
    system,
    checkout,
    async openPages(count) {
      const ids = await contextNow().run(async ({ em }) => {
        const orders = Array.from({ length: count }, (_, i) =>
          em.create(Order, {
            customer: em.getReference(User, customerId(0)),
            title: `Roman ${i}`,
            service: 'Pack KDP',
            priceItemId: roots.priceItems[0],
            totalCents: 35_000,
          }),
        );
        await em.flush();
        return orders.map(({ id }) => id);
      }, undefined);
      const pages = [];
      for (const subjectId of ids)
        pages.push({
          orderId: subjectId,
          ...(await openCheckout('ORDER', billables.ORDER)(contextNow(payer), { subjectId })),
        });
      return pages;
    },
    /** As the webhook's route does once it has the body. */
    deliver: ({ body, signature }) =>
      receiveWebhook(contextNow(), { provider: payments.current, rawBody: Buffer.from(body), signature }),
    process: () => worker.runDue(),
    close: () => app.close(),
  };
}

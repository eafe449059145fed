import { Readable } from 'node:stream';
import { sandboxCheckoutOf, type SandboxSimulator } from '../services/adapters/payments/sandbox/sandbox.ts';
import { providersAble } from '../services/adapters/payments/port.ts';
import type { Actor } from '../services/access/actor.ts';
import { createQuote, receiveWebhook, sendQuote } from '../services/billing/index.ts';
import type { IncomingFile } from '../services/files/index.ts';
import { localDateOf } from '../services/kernel/format.ts';
import { addWorkingDays } from '../services/kernel/working-days.ts';
import { sendMessage } from '../services/messaging/index.ts';
import {
  acceptDelivery,
  assignProofreader,
  cancelOrder,
  createOrder,
  deliverOrder,
  openOrderCheckout,
  requestChanges,
  requestOrderConsultation,
  startOrder,
  submitOrderForReview,
  suspendOrder,
  updateOrderProgress,
  uploadCorrectedFile,
  uploadManuscript,
  verifyPages,
} from '../services/orders/index.ts';
import { orderSubject } from '../services/orders/order-subject.ts';
import type { AppContext } from '../services/platform/context.ts';
import type { DemoOrder } from './demo-orders.ts';

/** An order while it is made: who has to do with it, and each of them at the instant of the step. */
export interface Scene {
  readonly order: DemoOrder;
  readonly orderId: string;
  readonly customer: Actor;
  readonly proofreader: Actor;
  readonly admin: Actor;
  readonly priceItemId: string;
  as(actor: Actor): AppContext;
}

const text = (title: string, words: string): Promise<IncomingFile> =>
  Promise.resolve({
    filename: `${title}.txt`,
    mimetype: 'text/plain',
    createReadStream: () => Readable.from([Buffer.from(`${title}\n\n${words}\n`)]),
  });

/** On the page of the sandbox, whose event comes as a provider's does. */
async function pay({ as, customer, orderId }: Scene): Promise<void> {
  const ctx = as(customer);
  const { sessionId } = await openOrderCheckout(ctx, { orderId });
  const { body, signature } = await (sandboxCheckoutOf(ctx.payments) as SandboxSimulator).pay(sessionId);
  const [provider] = providersAble(ctx.payments, 'events');
  if (provider !== undefined) await receiveWebhook(ctx, { provider, rawBody: Buffer.from(body), signature });
}

async function say({ as, orderId }: Scene, actor: Actor, content: string): Promise<void> {
  const ctx = as(actor);
  const { id: conversationId } = await ctx.db
    .selectFrom('conversation')
    .select('id')
    .where('context_id', '=', orderId)
    .executeTakeFirstOrThrow();
  await sendMessage(ctx, { conversationId, content, attachments: [] });
}

async function latestDelivery({ as, customer, orderId }: Scene): Promise<string> {
  const { id } = await as(customer)
    .db.selectFrom('delivery')
    .select('id')
    .where('order_id', '=', orderId)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

async function quote({ as, admin, customer, order, orderId }: Scene): Promise<void> {
  const ctx = as(admin);
  const written = await createQuote(ctx, {
    buyerId: customer.userId,
    subject: orderSubject(orderId),
    currency: 'EUR',
    prices: 'GROSS',
    validUntil: addWorkingDays(localDateOf(ctx.now, ctx.config.TIME_ZONE), 30),
    onAcceptance: 'PAY_ALL',
    lines: [{ description: order.title, quantityThousandths: 1_000, unitPrice: '1650.00' }],
  });
  await sendQuote(ctx, { quoteId: written.id, version: written.version });
}

/** What happens to an order, through the use cases that people go through. `place` answers the order's id. */
export const steps = {
  place: async ({ as, customer, order, priceItemId }: Scene) => {
    const { title, pages, service } = order;
    const declaredPages = service === 'Correction' ? pages : null;
    return (await as(customer).run(createOrder, { priceItemId, title, declaredPages })).id;
  },
  pay,
  sendManuscript: ({ as, customer, order, orderId }: Scene) =>
    uploadManuscript(as(customer), { orderId, file: text(order.title, 'Il était une fois…') }),
  submit: ({ as, customer, orderId }: Scene) => as(customer).run(submitOrderForReview, { orderId }),
  countMore: ({ as, admin, order, orderId }: Scene) =>
    as(admin).run(verifyPages, { orderId, pages: order.pages + 18, reason: 'Avec les notes de fin.' }),
  consult: ({ as, customer, orderId }: Scene) => as(customer).run(requestOrderConsultation, { orderId }),
  quote,
  assign: ({ as, admin, proofreader, orderId }: Scene) =>
    as(admin).run(assignProofreader, { orderId, proofreaderId: proofreader.userId as string }),
  start: ({ as, proofreader, orderId }: Scene) => as(proofreader).run(startOrder, { orderId }),
  write: (scene: Scene) =>
    say(scene, scene.customer, 'Bonjour, le prénom de la sœur s’écrit bien «\u00a0Maëlle\u00a0» partout. Merci\u202f!'),
  answer: (scene: Scene) =>
    say(scene, scene.proofreader, 'C’est noté, je l’ai repris dans tout le texte. Je termine cette semaine.'),
  progress: ({ as, proofreader, orderId }: Scene) => as(proofreader).run(updateOrderProgress, { orderId, percent: 60 }),
  deliver: async ({ as, proofreader, order, orderId }: Scene) => {
    await uploadCorrectedFile(as(proofreader), { orderId, file: text(order.title, 'Il était une fois.') });
    await as(proofreader).run(deliverOrder, { orderId, note: 'Vos corrections sont prêtes. Bonne lecture\u202f!' });
  },
  askChanges: async (scene: Scene) =>
    scene.as(scene.customer).run(requestChanges, {
      deliveryId: await latestDelivery(scene),
      text: 'Pouvez-vous rétablir les guillemets du chapitre 3\u202f?',
    }),
  accept: async (scene: Scene) =>
    scene.as(scene.customer).run(acceptDelivery, { deliveryId: await latestDelivery(scene), rating: 5 }),
  suspend: ({ as, admin, orderId }: Scene) =>
    as(admin).run(suspendOrder, { orderId, reason: 'Nous attendons la fin du manuscrit.' }),
  cancel: ({ as, customer, orderId }: Scene) => cancelOrder(as(customer), { orderId }),
  refund: ({ as, admin, orderId }: Scene) =>
    cancelOrder(as(admin), { orderId, reason: 'CUSTOMER_REQUEST', note: 'L’autrice renonce à paraître.' }),
} as const satisfies Record<string, (scene: Scene) => Promise<unknown>>;

export type Step = keyof typeof steps;

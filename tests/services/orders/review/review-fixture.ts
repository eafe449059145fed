/** Orders before their payment, in an app of its own whose jobs run on request. */
import { openOrderCheckout } from '../../../../src/services/orders/index.ts';
import type { QuoteContent } from '../../../../src/services/billing/index.ts';
import { sandboxCheckoutOf } from '../../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { receiveWebhook } from '../../../../src/services/billing/index.ts';
import type { SignedEvent } from '../../../../src/services/adapters/payments/sandbox/sandbox.ts';
import type { Quote } from '../../../../src/entities/billing/quote.entity.ts';
import { openQuotes, type QuotesFixture } from '../../billing/quotes/quotes-fixture.ts';
import { order, type OrderMaking } from '../orders-fixture.ts';

export interface ReviewFixture extends QuotesFixture {
  /** An order of the buyer by the page: 300 pages at 2 €, unless the facts say otherwise. */
  place(facts?: Partial<OrderMaking>): Promise<string>;
  stored(orderId: string): Promise<Record<string, unknown> & { total: number; final: number | null }>;
  /** A quote for the order, of 450 € VAT included unless changed, sent and printed. */
  quoteFor(orderId: string, changes?: Partial<QuoteContent>): Promise<Quote>;
  openPage(orderId: string): ReturnType<typeof openOrderCheckout>;
  payments(orderId: string): Promise<{ id: string; status: string; due: string | null }[]>;
  simulator: NonNullable<ReturnType<typeof sandboxCheckoutOf>>;
  /** What the provider sends, with all that follows. */
  deliver(event: SignedEvent): Promise<void>;
  mailsTo(subject: RegExp): Promise<string[]>;
}

export async function openReview(): Promise<ReviewFixture> {
  const quotes = await openQuotes();
  const { env, buyer } = quotes;
  const simulator = sandboxCheckoutOf(env.app.services.payments);
  if (simulator === undefined) throw new Error('not the sandbox');
  return {
    ...quotes,
    simulator,
    place: async (facts = {}) =>
      (await order(env, { customer: buyer, unit: 'PAGE', declaredPages: 300, totalCents: 60_000, ...facts })).id,
    async stored(orderId) {
      const row = await env.db
        .selectFrom('customer_order')
        .selectAll()
        .where('id', '=', orderId)
        .executeTakeFirstOrThrow();
      return {
        ...row,
        total: Number(row.total_cents),
        final: row.final_cents === null ? null : Number(row.final_cents),
      };
    },
    quoteFor: (orderId, changes = {}) =>
      quotes.sent({
        subject: { type: 'ORDER', id: orderId },
        prices: 'GROSS',
        lines: [{ description: 'Relecture', quantityThousandths: 1_000, unitPrice: '450' }],
        ...changes,
      }),
    openPage: (orderId) => openOrderCheckout(env.contextFor(buyer.actor), { orderId }),
    payments: async (orderId) =>
      (
        await env.db
          .selectFrom('payment')
          .select(['id', 'status', 'refund_due_reason as due'])
          .where('subject_id', '=', orderId)
          .orderBy('id')
          .execute()
      ).map((row) => ({ ...row, due: row.due ?? null })),
    async deliver({ body, signature }) {
      await receiveWebhook(env.contextFor(), {
        provider: env.app.services.payments.current as never,
        rawBody: Buffer.from(body),
        signature,
      });
      await env.app.worker.runDue();
    },
    mailsTo: async (subject) => {
      await env.app.worker.runDue();
      return (await quotes.mails()).filter((mail) => subject.test(mail.subject)).map(({ text }) => text);
    },
  };
}

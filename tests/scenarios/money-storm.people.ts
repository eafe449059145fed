/** What people do in the money storm while servers die: refunds, credits, deposits and final invoices, each asked for twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { createInvoiceDraft } from '../../src/services/billing/index.ts';
import { failureOf } from '../../src/services/platform/orm/failures.ts';
import { makeActor } from '../support/make/actor.ts';
import type { Counting } from '../support/money.ts';
import { takeStep, type StepName } from '../support/money-steps.ts';
import { until } from '../support/until.ts';

/** One of each two refunds fails at the bank. */
const keptCents = 1_000;
const failingCents = 1_092;
export const creditedCents = 500;

export interface Made {
  readonly kept: string[];
  readonly failing: string[];
}

export function peopleOf(counting: Counting) {
  const admin = makeActor(counting.buyerId, { role: 'ADMIN', sessionId: null });
  const { db } = counting.app.contextFor({ actor: admin, requestId: 'storm' });

  /** Again and again while the database is away. */
  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await work();
      } catch (error) {
        if (failureOf(error) === undefined || attempt === 600) throw error;
        await sleep(100);
      }
  }

  /** Twice, by one key: the second time answers what the first one made. */
  async function twice(name: StepName, input: object): Promise<string> {
    const asking = () => insist(() => takeStep(counting.app, { name, actor: admin, input }) as Promise<{ id: string }>);
    const [one, other] = [await asking(), await asking()];
    expect(other.id).toBe(one.id);
    return one.id;
  }

  async function paidOn(page: string): Promise<{ id: string; invoiceId: string }> {
    const read = () =>
      insist(() =>
        db
          .selectFrom('payment')
          .select(['id', 'status', 'invoice_id'])
          .where('provider_session_id', '=', page)
          .executeTakeFirstOrThrow(),
      );
    await until('it is paid', async () => (await read()).status === 'PAID', 600_000);
    const { id, invoice_id } = await read();
    return { id, invoiceId: String(invoice_id) };
  }

  const euros = (amount: number) => ({ amount, currency: 'EUR' as const });

  async function issue(key: string, unitPrice: string, more: object): Promise<string> {
    const lines = [{ description: 'Relecture', quantityThousandths: 1_000, unitPrice }];
    const content = { buyerId: counting.buyerId, currency: 'EUR' as const, lines, ...more, key };
    const { id: draftId, version } = await insist(() =>
      createInvoiceDraft(counting.app.contextFor({ actor: admin, requestId: 'storm' }), content),
    );
    return twice('issue', { draftId, version });
  }

  async function payInFull(invoiceId: string): Promise<void> {
    const { balance_cents } = await insist(() =>
      db.selectFrom('invoice').select('balance_cents').where('id', '=', invoiceId).executeTakeFirstOrThrow(),
    );
    const receivedOn = new Date().toISOString().slice(0, 10);
    const money = { amount: euros(Number(balance_cents)), method: 'TRANSFER', receivedOn, reference: 'VIR 1' };
    await twice('record', { invoiceId, ...money, key: `storm-paid-${invoiceId}` });
  }

  return {
    /** Somebody refunds each of these payments as soon as it is paid; their jobs run on the servers that die. */
    async refundAll(pages: readonly string[]): Promise<Made> {
      const made: Made = { kept: [], failing: [] };
      for (const [i, page] of pages.entries()) {
        const { id: paymentId } = await paidOn(page);
        const amount = euros(i % 2 === 0 ? keptCents : failingCents);
        const id = await twice('refund', { paymentId, amount, reason: 'GOODWILL', key: `storm-${paymentId}` });
        (i % 2 === 0 ? made.kept : made.failing).push(id);
      }
      return made;
    },
    /** A part of each of these invoices is credited: one of each two gives the money back, the other leaves a claim. */
    async creditAll(pages: readonly string[]): Promise<void> {
      for (const [i, page] of pages.entries()) {
        const { invoiceId } = await paidOn(page);
        const credit = { invoiceId, amount: euros(creditedCents), reason: 'GOODWILL', refund: i % 2 === 0 };
        await twice('credit', { ...credit, key: `storm-credit-${invoiceId}` });
      }
    },
    /** A deposit that is paid by transfer, the invoice of the whole, and the rest of it. */
    async sellAll(count: number): Promise<void> {
      for (let i = 0; i < count; i += 1) {
        const deposit = await issue(`storm-deposit-${i}`, '30', { kind: 'DEPOSIT' });
        await payInFull(deposit);
        const whole = await issue(`storm-final-${i}`, '99.99', { subject: { type: 'INVOICE', id: deposit } });
        await payInFull(whole);
      }
    },
  };
}

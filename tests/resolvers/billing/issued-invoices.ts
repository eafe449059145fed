/** Issued invoices that wait for their money, for tests through the schema: an admin writes and issues them, mails are read. */
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import { sandboxCheckoutOf, type SandboxPayments } from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { createInvoiceDraft, issueDraft, receiveWebhook } from '../../../src/services/billing/index.ts';
import { processPaymentEvent } from '../../../src/services/billing/tasks/process-payment-event.ts';
import { money } from '../../../src/services/kernel/money.ts';
import type { MailboxMail } from '../../../src/services/notifications/index.ts';
import { person, type Person } from '../../services/orders/orders-fixture.ts';
import { testClock, type TestClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { noLimits } from '../../support/no-limits.ts';

export interface IssuedEnvironment extends AppEnvironment {
  readonly clock: TestClock;
  readonly customer: Person;
  /** Has just proved who they are. */
  admin(): Actor;
  /** An invoice of 120 € to the customer unless said; answers its id. */
  issue(content?: object): Promise<string>;
  /** Runs a mutation or a query, which must succeed; answers its one field. */
  asked<T>(actor: Actor, document: string, variables?: object): Promise<T>;
  /** Mails to somebody, oldest first. */
  mailsTo(email: string): Promise<MailboxMail[]>;
  customerEmail(): Promise<string>;
  /** Pays at the sandbox, as its event says. */
  pay(sessionId: string): Promise<void>;
  refuse(sessionId: string): Promise<void>;
}

export async function openIssued(start = '2026-11-20T09:00:00.000Z'): Promise<IssuedEnvironment> {
  const clock = testClock(start);
  const env = await openTestEnvironment({
    isServed: false,
    clock,
    environment: { SELLER_VAT_REGIME: 'STANDARD', SELLER_VAT_NUMBER: 'FR44732829320' },
  });
  const customer = await person(env);
  const { actor } = await person(env, 'ADMIN');
  const admin = (): Actor => ({ ...actor, provenAt: clock.now() });
  const simulator = () => sandboxCheckoutOf(env.contextFor().payments) as SandboxPayments['simulator'];
  async function deliver(event: Awaited<ReturnType<SandboxPayments['simulator']['pay']>>): Promise<void> {
    const ctx = env.contextFor();
    const provider = providersAble(ctx.payments, 'events')[0]!;
    await receiveWebhook(ctx, { provider, rawBody: Buffer.from(event.body), signature: event.signature });
    const { id: eventId } = JSON.parse(event.body) as { id: string };
    await processPaymentEvent(ctx.billables)(ctx, { provider: provider.provider, eventId });
    await env.app.worker.runDue();
  }
  return {
    ...env,
    clock,
    customer,
    admin,
    async issue(content = {}) {
      const ctx = { ...env.contextFor(admin()), limits: noLimits };
      const lines = [{ description: 'Relecture', quantityThousandths: 1_000, unitPrice: '100' }];
      const draft = await createInvoiceDraft(ctx, {
        buyerId: customer.id,
        currency: 'EUR',
        lines,
        ...content,
      } as never);
      return (await issueDraft(ctx, { draftId: draft.id, version: draft.version })).id;
    },
    async asked<T>(by: Actor, document: string, variables = {}) {
      const { data, codes } = await env.ask(by, document, variables as never);
      if (codes.length > 0) throw new Error(codes.join());
      return Object.values(data as object)[0] as T;
    },
    mailsTo: async (email) =>
      ((await env.app.services.mailbox?.list(500)) ?? []).filter(({ to }) => to.email === email).toReversed(),
    customerEmail: async () =>
      (await env.db.selectFrom('user').select('email').where('id', '=', customer.id).executeTakeFirstOrThrow()).email,
    pay: async (sessionId) => deliver(await simulator().pay(sessionId)),
    refuse: async (sessionId) => deliver(await simulator().refuse(sessionId)),
  };
}

/** The tokens of the links that pay, in the order of the mails. */
export const payTokens = (mails: readonly MailboxMail[]): string[] =>
  mails.flatMap(({ text }) => /\/factures\/payer\?token=([\w-]{43})/.exec(text)?.[1] ?? []);

export const euros = (cents: number) => money(cents, 'EUR');

/** Quotes in an app of their own: written, sent, printed and mailed by its jobs. */
import { writing } from '../../../../src/services/platform/orm/values.ts';
import { seedContent } from '../../../../src/services/content/index.ts';
import { acceptQuote, createQuote, sendQuote } from '../../../../src/services/billing/index.ts';
import type { QuoteContent } from '../../../../src/services/billing/quotes/quote-content.ts';
import type { Quote } from '../../../../src/entities/billing/quote.entity.ts';
import type { Actor } from '../../../../src/services/access/actor.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { testClock, type TestClock } from '../../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../../support/environment.ts';
import { person, type Person } from '../../orders/orders-fixture.ts';

export interface QuotesFixture {
  readonly env: AppEnvironment;
  readonly clock: TestClock;
  readonly admin: Actor;
  readonly buyer: Person;
  /** What a quote of two lines says: 100.00 € and 20.00 € without VAT, 144.00 € with it. */
  content(changes?: Partial<QuoteContent>): QuoteContent;
  write(changes?: Partial<QuoteContent>): Promise<Quote>;
  /** Written, sent, printed and mailed. */
  sent(changes?: Partial<QuoteContent>): Promise<Quote>;
  accept(quote: Pick<Quote, 'id' | 'revision'>, changes?: object): Promise<Quote>;
  row(id: string): Promise<Record<string, unknown>>;
  invoices(): Promise<{ id: string; kind: string; gross: number; buyer_id: string | null; number: string }[]>;
  mails(): Promise<{ to: string; subject: string; text: string; files: string[]; links: readonly string[] }[]>;
  close(): Promise<void>;
}

export const lines = [
  { description: 'Relecture', quantityThousandths: 10_000, unit: 'pages', unitPrice: '10' },
  { description: 'Mise en page', quantityThousandths: 1_000, unitPrice: '20' },
];

export async function openQuotes(): Promise<QuotesFixture> {
  const clock = testClock();
  const env = await openTestEnvironment({ isServed: false, clock });
  await seedContent(env.contextFor());
  const { actor } = await person(env, 'ADMIN');
  const admin = { ...actor, provenAt: clock.now() };
  const buyer = await person(env);
  const until = (days: number): string =>
    new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const content = (changes: Partial<QuoteContent> = {}): QuoteContent => ({
    ...('person' in changes ? {} : { buyerId: buyer.id }),
    currency: 'EUR',
    lines,
    validUntil: until(30),
    onAcceptance: 'INVOICE_LATER',
    ...changes,
  });
  const write = (changes?: Partial<QuoteContent>) => createQuote(env.contextFor(admin), content(changes));
  return {
    env,
    clock,
    admin,
    buyer,
    content,
    write,
    async sent(changes) {
      const { id, version } = await write(changes);
      const quote = await sendQuote(env.contextFor(admin), { quoteId: id, version });
      await env.app.worker.runDue();
      return quote;
    },
    accept: ({ id, revision }, changes = {}) =>
      acceptQuote(env.contextFor(buyer.actor), {
        quoteId: id,
        revision,
        termsVersion: 1,
        name: 'Hélène Noël',
        startBeforeWithdrawal: true,
        ...changes,
      }),
    row: (id) => env.db.selectFrom('quote').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    invoices: async () =>
      (await env.db.selectFrom('invoice').selectAll().orderBy('id').execute()).map(
        ({ id, kind, gross_cents, buyer_id, number }) => ({ id, kind, gross: Number(gross_cents), buyer_id, number }),
      ),
    mails: async () =>
      ((await env.app.services.mailbox?.list()) ?? []).map(({ to, subject, text, attachments, links }) => ({
        to: typeof to === 'string' ? to : JSON.stringify(to),
        subject,
        text,
        links,
        files: attachments.map(({ filename }) => filename),
      })),
    close: () => env.close(),
  };
}

/** Writes the page of the terms of sale anew: its next version is the one that everyone is shown. */
export const changeTerms = async ({ em }: Tx<'em'>): Promise<void> => {
  const { db } = writing(em);
  await db
    .updateTable('page_version')
    .set((eb) => ({ content: '<p>Autres conditions</p>', number: eb('number', '+', 1) }))
    .where('id', 'in', db.selectFrom('page').select('live_version_id').where('slug', '=', 'cgv'))
    .execute();
};

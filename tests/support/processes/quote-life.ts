/** The life of a quote, step by step: each goes on from where an earlier process died. */
import type { App } from '../../../src/app.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { acceptQuote, sendQuote } from '../../../src/services/billing/index.ts';

export interface QuoteLife {
  readonly quoteId: string;
  readonly admin: Actor;
  readonly buyer: Actor;
}

/** `work` does the jobs that are due. */
export async function liveOn(
  app: App,
  { quoteId, admin, buyer }: QuoteLife,
  work: () => Promise<unknown>,
): Promise<void> {
  const as = (actor: Actor) => app.contextFor({ actor, requestId: 'quote' });
  const { status, version } = await as(admin)
    .db.selectFrom('quote')
    .select(['status', 'version'])
    .where('id', '=', quoteId)
    .executeTakeFirstOrThrow();
  if (status === 'DRAFT') await sendQuote(as(admin), { quoteId, version });
  await work();
  const said = { revision: 1, termsVersion: 1, name: 'Hélène Noël', startBeforeWithdrawal: true };
  await acceptQuote(as(buyer), { quoteId, ...said });
  await work();
}

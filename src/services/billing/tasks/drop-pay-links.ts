import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { dropPayLinksTask } from './invoice-jobs.ts';

/** The links that pay an invoice open nothing any more. */
export const dropPayLinks = (
  { run }: Pick<AppContext, 'run'>,
  { invoiceId }: PayloadOf<typeof dropPayLinksTask>,
): Promise<void> => run(drop, { invoiceId });

/** Expired ones are deleted by the retention run. */
async function drop({ em, now }: Tx<'em' | 'now'>, { invoiceId }: { readonly invoiceId: string }): Promise<void> {
  await writing(em)
    .db.updateTable('billing_token')
    .set({ expires_at: now })
    .where('invoice_id', '=', invoiceId)
    .where('purpose', '=', 'PAY_INVOICE')
    .where('expires_at', '>', now)
    .execute();
}

import type { InvoiceDraft } from '../../../entities/billing/invoice-draft.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
import { checkedContent, writeLines, type DraftContent } from './draft-content.ts';
import { draftOfVersion } from './load-draft.ts';

export interface DraftUpdate extends DraftContent {
  readonly draftId: string;
  /** As it was read: `CONFLICT` when somebody changed the draft since. */
  readonly version: number;
}

/** Writes a draft again, whole. */
export const updateInvoiceDraft: Operation<'run' | 'billables' | 'actor', DraftUpdate, InvoiceDraft> = async (
  { run, billables, actor },
  input,
) => {
  requirePermission(actor, 'invoice:draft');
  return run(update(billables), input);
};

const update =
  (billables: Billables) =>
  async (
    tx: Tx<'em' | 'now' | 'config' | 'record'>,
    { draftId, version, ...content }: DraftUpdate,
  ): Promise<InvoiceDraft> => {
    const draft = await draftOfVersion(tx, { draftId, version });
    const { sold, columns } = await checkedContent(tx, billables, content);
    // Its version grows by this, also when only its lines change.
    const changedAt = new Date(Math.max(tx.now.getTime(), draft.changedAt.getTime() + 1));
    tx.em.assign(draft, { ...columns, changedAt });
    await tx.em.flush();
    await writeLines(tx, draft, sold);
    tx.record({ action: 'INVOICE_DRAFT_UPDATED', targetType: 'invoice', targetId: draft.id });
    return draft;
  };

import type { Tx, UseCase } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { draftOfVersion } from './load-draft.ts';

/** Deletes a draft. `NOT_FOUND` for one that is gone, issued ones too. */
export const deleteInvoiceDraft: UseCase<
  'em' | 'record',
  { readonly draftId: string; readonly version: number },
  boolean
> = async (tx, input) => {
  const { id } = await draftOfVersion(tx, input);
  await dropDraft(tx, id);
  tx.record({ action: 'INVOICE_DRAFT_DELETED', targetType: 'invoice', targetId: id });
  return true;
};

/** The draft with its lines; it is locked. */
export async function dropDraft({ em }: Tx<'em'>, id: string): Promise<void> {
  const { db } = writing(em);
  await db.deleteFrom('invoice_draft_line').where('draft_id', '=', id).execute();
  await db.deleteFrom('invoice_draft').where('id', '=', id).execute();
}

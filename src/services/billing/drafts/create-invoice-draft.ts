import { InvoiceDraft } from '../../../entities/billing/invoice-draft.entity.ts';
import { idOf, requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { lockedForUpdate, writing } from '../../platform/orm/values.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Billables } from '../billable.ts';
import { checkedContent, writeLines, type DraftContent } from './draft-content.ts';

/** As many drafts a person or a program may have open. */
export const mostDrafts = 50;

type CreateNeeds = Tx<'em' | 'actor' | 'now' | 'config' | 'record'>;

/** Writes a draft of an invoice. Refuses the fifty-first of its author with `QUOTA_EXCEEDED`, and each field that cannot stand. */
export const createInvoiceDraft: Operation<'run' | 'billables' | 'actor', DraftContent & Keyed, InvoiceDraft> = async (
  { run, billables, actor },
  input,
) => {
  requirePermission(actor, 'invoice:draft');
  return run(
    keyed('createInvoiceDraft', create(billables), ({ em }, id) => em.findOneOrFail(InvoiceDraft, { id })),
    input,
  );
};

const create =
  (billables: Billables) =>
  async (tx: CreateNeeds, content: DraftContent): Promise<InvoiceDraft> => {
    const authorId = await authorBelowLimit(tx);
    const { sold, columns } = await checkedContent(tx, billables, content);
    const draft = tx.em.create(InvoiceDraft, { ...columns, authorId, changedAt: tx.now });
    await tx.em.flush();
    await writeLines(tx, draft, sold);
    tx.record({ action: 'INVOICE_DRAFT_CREATED', targetType: 'invoice', targetId: draft.id });
    return draft;
  };

/** The author is locked, so that two drafts written at once are counted one after the other. */
async function authorBelowLimit({ em, actor }: Tx<'em' | 'actor'>): Promise<string> {
  const authorId = idOf(actor);
  if (authorId === null) throw new DomainError('UNAUTHENTICATED');
  const { db, dialect } = writing(em);
  const author =
    actor.userId === null
      ? db.selectFrom('service_account').select('id').where('id', '=', authorId)
      : db.selectFrom('user').select('id').where('id', '=', authorId);
  await lockedForUpdate(author, dialect).executeTakeFirst();
  const { count } = await db
    .selectFrom('invoice_draft')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('author_id', '=', authorId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostDrafts) throw new DomainError('QUOTA_EXCEEDED', { drafts: mostDrafts });
  return authorId;
}

import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Subject } from '../../kernel/subject.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
import { issueDocument, type IssueNeeds } from '../issue-document.ts';
import { composeDraft, readyDraft } from './compose-draft.ts';
import { dropDraft } from './delete-invoice-draft.ts';
import { buyerOfDraft, lockDraft, requireVersion, subjectOf } from './load-draft.ts';
import { saleOf } from './sale-of.ts';

export interface IssueDraft {
  readonly draftId: string;
  /** As it was read: `CONFLICT` when somebody changed the draft since. */
  readonly version: number;
}

/**
 * Issues the invoice of a draft, which ends with it: number, invoice and lines in one transaction. Asked again, the same invoice is
 * answered. While the clock is not believed, nothing is issued: `CLOCK_IMPLAUSIBLE`.
 */
export const issueDraft: Operation<'run' | 'billables', IssueDraft, Invoice> = async ({ run, billables }, input) => {
  const invoice = await run(issueOnce(billables), input);
  // That the clock is not believed is written down: it is refused only after that.
  if (invoice === null) throw new DomainError('CLOCK_IMPLAUSIBLE');
  return invoice;
};

const issueOnce =
  (billables: Billables) =>
  async (tx: IssueNeeds, { draftId, version }: IssueDraft): Promise<Invoice | null> => {
    const draft = await lockDraft(tx, draftId);
    if (draft === null) return issuedFrom(tx, draftId);
    requireVersion(draft, version);
    const subject = await saleOf(tx, billables, { subject: subjectOf(draft), buyer: buyerOfDraft(draft) });
    await requireUninvoiced(tx, subject);
    const ready = await readyDraft(tx, draft, subject);
    const invoice = await issueDocument(tx, {
      compose: (taken, terms) => composeDraft(taken, ready, terms),
      subject,
      payer: ready.payer,
      draftId,
      deposits: ready.deposits.ids,
      payload: { draftId },
    });
    if (invoice === null) return null;
    crashPoint('after-draft-issued');
    await dropDraft(tx, draftId);
    return invoice;
  };

async function issuedFrom({ em }: Tx<'em'>, draftId: string): Promise<Invoice> {
  const invoice = await em.findOne(Invoice, { draftId });
  if (invoice === null) throw new DomainError('NOT_FOUND');
  return invoice;
}

/**
 * One live invoice for each sale, and no deposit after it. A payment that is open would be invoiced when it is made: it must end first. The
 * subject is locked, and whoever opens a payment locks it too.
 */
export async function requireUninvoiced({ em }: Tx<'em'>, subject: Subject | null): Promise<void> {
  if (subject === null) return;
  const { type: subjectType, id: subjectId } = subject;
  const live = await em.findOne(Invoice, { liveFor: `${subjectType}:${subjectId}` });
  if (live !== null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'issue', status: live.status });
  // A payment for an invoice is for what was invoiced before.
  const open =
    subjectType === 'INVOICE' ? null : await em.findOne(Payment, { subjectType, subjectId, status: 'PENDING' });
  if (open !== null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'issue', status: open.status });
}

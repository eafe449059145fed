import { LockMode } from '@mikro-orm/core';
import { InvoiceDraft } from '../../../entities/billing/invoice-draft.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Payer } from '../../kernel/payer.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { Tx } from '../../platform/context.ts';
import { payerFrom } from '../payer.ts';

/** A draft, until the commit; null for none. */
export const lockDraft = async ({ em }: Tx<'em'>, id: string): Promise<InvoiceDraft | null> =>
  isId(id) ? em.findOne(InvoiceDraft, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;

/** A draft in the version that somebody saw. Refuses with `CONFLICT` one that was changed since. */
export async function draftOfVersion(
  tx: Tx<'em'>,
  { draftId, version }: { readonly draftId: string; readonly version: number },
): Promise<InvoiceDraft> {
  const draft = await lockDraft(tx, draftId);
  if (draft === null) throw new DomainError('NOT_FOUND');
  requireVersion(draft, version);
  return draft;
}

export function requireVersion(draft: InvoiceDraft, version: number): void {
  if (draft.version === version) return;
  const { details } = fieldError('input.version', 'changedSince');
  throw new DomainError('CONFLICT', { ...details, version: draft.version });
}

/** What the invoice is for; null for nothing else. */
export const subjectOf = ({ subjectType: type, subjectId: id }: InvoiceDraft): Subject | null =>
  type === null || id === null ? null : { type, id };

/** Whom it is for. */
export const buyerOfDraft = ({ buyer, personName, personEmail, personAddress, personLocale }: InvoiceDraft): Payer =>
  payerFrom({ userId: buyer?.id ?? null, personName, personEmail, personAddress, personLocale });

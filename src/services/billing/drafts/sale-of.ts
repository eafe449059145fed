import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { isUser, type Payer } from '../../kernel/payer.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { Tx } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
import { buyerOnRow, isSameBuyer } from '../payer.ts';

/** What belongs together: an order, or the invoices that follow from a free one. */
export interface Sale {
  /** Null: nothing yet. The invoice that is issued begins it. */
  readonly subject: Subject | null;
  readonly buyer: Payer;
}

/**
 * The sale that an invoice is for, locked. Who names an invoice as the subject means the sale that it belongs to. Refuses a subject
 * that does not exist, and one of somebody else than the buyer.
 */
export async function saleOf(tx: Tx<'em'>, billables: Billables, { subject, buyer }: Sale): Promise<Subject | null> {
  if (subject === null) return null;
  if (subject.type === 'INVOICE') return wholeSaleOf(tx, subject, buyer);
  const owner = isId(subject.id) ? await billables[subject.type].ownerOf(tx, subject.id) : null;
  if (owner === null || !isUser(buyer) || owner !== buyer.userId)
    throw fieldError('input.subject', owner === null ? 'unknown' : 'otherBuyer');
  return subject;
}

async function wholeSaleOf({ em }: Tx<'em'>, { id }: Subject, buyer: Payer): Promise<Subject> {
  const invoice = isId(id) ? await em.findOne(Invoice, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (invoice === null) throw fieldError('input.subject', 'unknown');
  if (!isSameBuyer(buyerOnRow(invoice), buyer)) throw fieldError('input.subject', 'otherBuyer');
  if (invoice.kind === 'CREDIT_NOTE') throw fieldError('input.subject', 'creditNote');
  return { type: invoice.subjectType, id: invoice.subjectId };
}

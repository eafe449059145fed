import { BillingProfile } from '../../../entities/billing/billing-profile.entity.ts';
import { InvoiceDraftLine } from '../../../entities/billing/invoice-draft-line.entity.ts';
import type { DraftKind, InvoiceDraft } from '../../../entities/billing/invoice-draft.entity.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { PriceBasis } from '../../kernel/invoice-sums.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { Operation } from '../../kernel/vat.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { buyerNamed, type NamedBuyer, type TypedBuyer } from '../buyer-named.ts';
import type { Billables } from '../billable.ts';
import { dueDateOf } from '../due-date.ts';
import { personColumnsOf } from '../payer.ts';
import { soldLinesOf, storedDiscount, storedLine, type SoldLines, type TypedContent } from '../sold-line-rules.ts';
import { saleOf } from './sale-of.ts';

/** All that a draft says; each change writes it whole. */
export interface DraftContent extends TypedContent, TypedBuyer {
  readonly subject?: Subject | null | undefined;
  readonly kind?: DraftKind | null | undefined;
  readonly prices?: PriceBasis | null | undefined;
  readonly operation?: Operation | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly suppliedOn?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly purchaseOrder?: string | null | undefined;
}

type CheckNeeds = Tx<'em' | 'now' | 'config'>;

/** What of it can stand; refuses each field that cannot. */
export async function checkedContent(tx: CheckNeeds, billables: Billables, content: DraftContent) {
  const named = await buyerNamed(tx, content);
  const { buyer, user } = named;
  const sold = soldLinesOf(content);
  const subject = await saleOf(tx, billables, { subject: content.subject ?? null, buyer });
  await requireDueDate(tx, named, content.dueOn ?? null);
  return { sold, columns: { buyer: user, ...personColumnsOf(buyer), ...columnsOf(content, subject, sold) } };
}

/** Looked at again when it is issued: days pass. */
async function requireDueDate(tx: CheckNeeds, { user }: NamedBuyer, dueOn: string | null): Promise<void> {
  const profile = user === null ? null : await tx.em.findOne(BillingProfile, { person: user });
  const issuedOn = localDateOf(tx.now, tx.config.TIME_ZONE);
  dueDateOf({ issuedOn, dueOn, buyer: profile?.kind ?? 'PERSON', termDays: 0 }, 'input.dueOn');
}

/** Where nothing else is said. */
const usual = { kind: 'INVOICE', prices: 'NET', operation: 'SERVICES', dueOn: null, suppliedOn: null } as const;

function columnsOf(content: DraftContent, subject: Subject | null, sold: SoldLines) {
  const said = Object.entries(content).filter(([, value]) => value !== undefined && value !== null);
  const { kind, prices, operation, dueOn, suppliedOn } = { ...usual, ...Object.fromEntries(said) } as Said;
  return {
    subjectType: subject === null ? null : subject.type,
    subjectId: subject === null ? null : subject.id,
    ...{ kind, priceBasis: prices, operation, dueOn, suppliedOn },
    currency: content.currency,
    ...storedDiscount(sold.discount),
    notes: content.notes || null,
    purchaseOrder: content.purchaseOrder || null,
  };
}

interface Said {
  readonly kind: DraftKind;
  readonly prices: PriceBasis;
  readonly operation: Operation;
  readonly dueOn: string | null;
  readonly suppliedOn: string | null;
}

/** The lines of a draft instead of those that it had. */
export async function writeLines({ em }: Tx<'em'>, draft: InvoiceDraft, { lines }: SoldLines): Promise<void> {
  await writing(em).db.deleteFrom('invoice_draft_line').where('draft_id', '=', draft.id).execute();
  for (const [i, line] of lines.entries()) em.create(InvoiceDraftLine, { draft, ...storedLine(line, i) });
}

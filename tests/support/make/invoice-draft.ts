import type { RequiredEntityData } from '@mikro-orm/core';
import { InvoiceDraftLine } from '../../../src/entities/billing/invoice-draft-line.entity.ts';
import { InvoiceDraft } from '../../../src/entities/billing/invoice-draft.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts = RequiredEntityData<InvoiceDraft>;

/** A draft for an order, with one line; it says something in each of its columns. Flushed by the caller. */
export function makeInvoiceDraft(
  em: EntityManager,
  {
    description = 'Relecture',
    ...facts
  }: Partial<Facts> & Pick<Facts, 'buyer' | 'subjectId' | 'changedAt'> & { readonly description?: string },
): InvoiceDraft {
  const discount = { discountCents: 100, discountBasisPoints: 100 };
  const draft = em.create(InvoiceDraft, {
    authorId: '01960000-0000-7000-8000-000000000001',
    subjectType: 'ORDER',
    dueOn: '2030-01-01',
    suppliedOn: '2026-01-02',
    notes: 'Merci.',
    purchaseOrder: 'BC-1',
    ...discount,
    ...facts,
  });
  em.create(InvoiceDraftLine, {
    draft,
    position: 1,
    description,
    quantityThousandths: 1_000,
    unit: 'h',
    unitPriceTenThousandths: 500_000,
    taxRate: 2_000,
    ...discount,
  });
  return draft;
}

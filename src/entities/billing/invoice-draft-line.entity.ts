import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base } from '../base.ts';
import { InvoiceDraft } from './invoice-draft.entity.ts';
import { soldLineColumns } from './sold-line.columns.ts';

/** One line of a draft. Owned by the draft: written again with it, and deleted with it. */
export const InvoiceDraftLine = defineEntity({
  name: 'InvoiceDraftLine',
  tableName: 'invoice_draft_line',
  properties: {
    ...base(),
    draft: () => p.manyToOne(InvoiceDraft).lazyRef().deleteRule('cascade'),
    ...soldLineColumns(),
  },
  uniques: [{ properties: ['draft', 'position'] }],
});
export type InvoiceDraftLine = InferEntity<typeof InvoiceDraftLine>;

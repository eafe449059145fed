import { none, type PersonalTables } from '../../services/kernel/personal.ts';

/** Drafts are not accounts: they go with the data of their buyer. */
export const draftColumns = {
  invoice_draft: {
    ...none(
      'id',
      'created_at',
      'version',
      'changed_at',
      'author_id',
      'buyer_id',
      'person_locale',
      'subject_type',
      'subject_id',
      'kind',
      'price_basis',
      'currency',
      'operation',
      'discount_cents',
      'discount_basis_points',
      'due_on',
      'supplied_on',
    ),
    person_name: 'subject',
    person_email: 'subject',
    person_address: 'subject',
    notes: 'subject',
    purchase_order: 'subject',
  },
  invoice_draft_line: {
    ...none(
      'id',
      'created_at',
      'version',
      'draft_id',
      'position',
      'quantity_thousandths',
      'unit',
      'unit_code',
      'unit_price_ten_thousandths',
      'discount_cents',
      'discount_basis_points',
      'tax_rate',
    ),
    description: 'subject',
  },
} as const satisfies Partial<PersonalTables>;

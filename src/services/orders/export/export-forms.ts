import type { OrderExportFormat } from '../../../entities/orders/order-export.entity.ts';
import type { ListForm } from '../../files/index.ts';
import { csvHead, csvLine, csvMimeType } from '../../kernel/csv-cells.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Selection } from '../../platform/selection.ts';
import type { OrderRow } from '../queries/order-row.ts';

type Cell = string | number | null;

const at = (value: unknown): string | null =>
  value === null || value === undefined ? null : instantFrom(value).toISOString();

/** What is said of an order, by the name of its column. Amounts are in minor units of their currency. */
const columns: Readonly<Record<string, (order: OrderRow) => Cell>> = {
  reference: ({ reference }) => reference ?? null,
  id: ({ id }) => id,
  title: ({ title }) => title ?? null,
  status: ({ status }) => status,
  priority: ({ priority }) => priority ?? null,
  service: ({ service }) => service ?? null,
  source: ({ source }) => source ?? null,
  customer: ({ customer }) => customer?.displayName ?? null,
  customer_email: ({ customer }) => customer?.email ?? null,
  proofreader: ({ proofreader }) => proofreader?.displayName ?? null,
  declared_pages: ({ declaredPages }) => declaredPages ?? null,
  verified_pages: ({ verifiedPages }) => verifiedPages ?? null,
  total: ({ total }) => total.amount,
  currency: ({ currency }) => currency,
  created_at: ({ createdAt }) => at(createdAt),
  due_at: ({ dueAt }) => at(dueAt),
  is_late: ({ isLate }) => String(isLate === true),
  paid_at: ({ paidAt }) => at(paidAt),
  started_at: ({ startedAt }) => at(startedAt),
  completed_at: ({ completedAt }) => at(completedAt),
  cancelled_at: ({ cancelledAt }) => at(cancelledAt),
};

/** The fields that the columns read; nothing else of an order is loaded. */
const read = new Set(
  'reference title priority service source customer customer.email proofreader declaredPages verifiedPages dueAt isLate paidAt startedAt completedAt cancelledAt'
    .split(' ')
    .flatMap((field) => [`nodes.${field}`]),
);
export const exportSelection: Selection = { has: (path) => read.has(path) };

export const exportForms: Readonly<Record<OrderExportFormat, ListForm<OrderRow>>> = {
  CSV: {
    mimeType: csvMimeType,
    extension: 'csv',
    begin: csvHead(Object.keys(columns)),
    between: '',
    end: '',
    spell: (order) => csvLine(Object.values(columns).map((of) => of(order))),
  },
  JSON: {
    mimeType: 'application/json',
    extension: 'json',
    begin: '[\n',
    between: ',\n',
    end: '\n]\n',
    spell: (order) =>
      JSON.stringify(Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of(order)]))),
  },
};

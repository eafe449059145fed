// `invoices` that are overdue, a page of 50, beside the same rows by hand; and how it grows from 2,000 invoices to 200,000.
import { growingList } from './growing-list.mjs';

const query = `query Overdue($filter: InvoiceFilterInput!) {
  invoices(filter: $filter, first: 50) {
    nodes {
      id number kind status buyerId issuedAt dueOn overdueAt
      gross { amount currency } balance { amount currency }
    }
  }
}`;

export const invoiceList = growingList({
  name: 'invoice-list',
  title: 'Overdue invoices, a page of 50; growth: 200,000 against 2,000',
  list: 'invoices',
  path: '/invoices?status=OVERDUE',
  request: { query, variables: { filter: { status: 'OVERDUE' } } },
});

// `orders` by four filters, a page of 50, beside the same rows by hand; and how it grows from 2,000 orders to 200,000.
import { roots } from '../dataset/generate.mjs';
import { growingList } from './growing-list.mjs';

const [proofreaderId] = roots.proofreaders;

const query = `query Filtered($filter: OrderFilterInput!) {
  orders(filter: $filter, first: 50) {
    nodes { id title status priority total { amount currency } createdAt dueAt isLate }
  }
}`;
const filter = { proofreaderId, statuses: ['PAID', 'IN_PROGRESS'], priorities: ['HIGH', 'URGENT'], isPaid: true };

export const orderList = growingList({
  name: 'orders',
  title: 'Orders by four filters, a page of 50; growth: 200,000 against 2,000',
  list: 'orders',
  path: `/orders?proofreader=${proofreaderId}`,
  request: { query, variables: { filter } },
});

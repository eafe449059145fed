// W1: 50 orders of one status, newest first, each with its customer, its files and its invoices, signed in.
import { deepStrictEqual } from 'node:assert';
import { compare } from '../lib/compare.mjs';
import { statementsOf } from '../lib/statements.mjs';
import { once, requestBytes } from '../load/http-load.mjs';
import { asAdmin } from '../product/sign-in.mjs';
import { roots } from '../dataset/generate.mjs';
import { baselineToken } from '../baseline/tokens.mjs';

export const pageQuery = `query Page($status: OrderStatus!, $first: Int!) {
  orders(status: $status, first: $first) {
    nodes {
      id title status service createdAt total { amount currency }
      customer { id firstName lastName email }
      files { id role name mimeType sizeBytes }
      invoices { id number status issuedAt gross { amount currency } }
    }
  }
}`;

/** The request for a page, by an admin. */
export const pageBytes = async (product) =>
  requestBytes({
    method: 'POST',
    path: '/graphql',
    headers: { authorization: `Bearer ${await asAdmin(product)}`, accept: 'application/graphql-response+json' },
    body: { query: pageQuery, variables: { status: 'PAID', first: 50 } },
  });

/** The requests, once their responses have been compared to the last field. */
export async function pageRequests({ baseline, apollo, product }) {
  const baselineBytes = requestBytes({
    path: '/w1?status=PAID',
    headers: { authorization: `Bearer ${baselineToken(baseline.secret, roots.admin)}` },
  });
  const productBytes = await pageBytes(product);
  const [byHand, byProduct] = [await once(baseline.port, baselineBytes), await once(product.port, productBytes)];
  deepStrictEqual(byProduct.data, byHand.data);
  if (byHand.data.orders.nodes.length !== 50) throw new Error('a page of 50 was expected');
  const apolloBytes = requestBytes({
    method: 'POST',
    path: '/',
    headers: { authorization: `Bearer ${baselineToken(apollo.secret, roots.admin)}` },
    body: { query: pageQuery, variables: { status: 'PAID', first: 50 } },
  });
  deepStrictEqual((await once(apollo.port, apolloBytes)).data, byHand.data);
  return { baselineBytes, apolloBytes, productBytes };
}

export const w1 = {
  name: 'w1',
  title: 'W1: 50 orders with customer, files, invoices',
  // Of requests a second nothing is said: on MariaDB the database is the narrow place.
  targets: (engine) => ({ cpuRatio: { atMost: engine === 'sqlite' ? 2.7 : 2 } }),
  async run(place, { rounds, milliseconds }) {
    const requests = await pageRequests(place);
    const statements = await statementsOf(place, () => once(place.product.port, requests.productBytes));
    return { ...(await compare(place, { ...requests, rounds, milliseconds })), statements };
  },
};

// W2: who am I, against a prepared lookup by primary key.
import { deepStrictEqual } from 'node:assert';
import { customerId } from '../dataset/generate.mjs';
import { floorToken } from '../floor/tokens.mjs';
import { compare } from '../lib/compare.mjs';
import { once, requestBytes } from '../load/http-load.mjs';
import { asCustomer } from '../product/sign-in.mjs';

export const w2 = {
  name: 'w2',
  title: 'W2: me { id email }',
  targets: { ratio: { atLeast: 0.33 } },
  async run(place, { rounds, milliseconds }) {
    const { floor, product } = place;
    const floorBytes = requestBytes({
      path: '/w2',
      headers: { authorization: `Bearer ${floorToken(floor.secret, customerId(0))}` },
    });
    const productBytes = requestBytes({
      method: 'POST',
      path: '/graphql',
      headers: { authorization: `Bearer ${await asCustomer(product, 0)}`, accept: 'application/graphql-response+json' },
      body: { query: '{ me { id email } }' },
    });
    deepStrictEqual((await once(product.port, productBytes)).data, (await once(floor.port, floorBytes)).data);
    return compare(place, { floorBytes, productBytes, rounds, milliseconds });
  },
};

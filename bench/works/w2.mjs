// W2: who am I, against a prepared lookup by primary key.
import { deepStrictEqual } from 'node:assert';
import { customerId } from '../dataset/generate.mjs';
import { baselineToken } from '../baseline/tokens.mjs';
import { compare } from '../lib/compare.mjs';
import { statementsOf } from '../lib/statements.mjs';
import { once, requestBytes } from '../load/http-load.mjs';
import { asCustomer } from '../product/sign-in.mjs';

export const w2 = {
  name: 'w2',
  title: 'W2: me { id email }',
  targets: (engine) => ({ cpuRatio: { atMost: engine === 'sqlite' ? 2.5 : 2.2 }, apolloCpuRatio: { atMost: 1 } }),
  async run(place, { rounds, milliseconds }) {
    const { baseline, apollo, product } = place;
    const baselineBytes = requestBytes({
      path: '/w2',
      headers: { authorization: `Bearer ${baselineToken(baseline.secret, customerId(0))}` },
    });
    const productBytes = requestBytes({
      method: 'POST',
      path: '/graphql',
      headers: { authorization: `Bearer ${await asCustomer(product, 0)}`, accept: 'application/graphql-response+json' },
      body: { query: '{ me { id email } }' },
    });
    deepStrictEqual((await once(product.port, productBytes)).data, (await once(baseline.port, baselineBytes)).data);
    const apolloBytes = requestBytes({
      method: 'POST',
      path: '/',
      headers: { authorization: `Bearer ${baselineToken(apollo.secret, customerId(0))}` },
      body: { query: '{ me { id email } }' },
    });
    deepStrictEqual((await once(apollo.port, apolloBytes)).data, (await once(baseline.port, baselineBytes)).data);
    const statements = await statementsOf(place, () => once(product.port, productBytes));
    const compared = await compare(place, { baselineBytes, apolloBytes, productBytes, rounds, milliseconds });
    return { ...compared, statements };
  },
};

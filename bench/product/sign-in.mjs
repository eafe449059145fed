// Signing in as anyone does: one mutation, one token, remembered while it is good.
import { adminEmail, customerEmail, password } from '../dataset/generate.mjs';
import { once, requestBytes } from '../load/http-load.mjs';

export const loginRequest = (email) =>
  requestBytes({
    method: 'POST',
    path: '/graphql',
    body: {
      query: 'mutation Login($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
      variables: { input: { email, password } },
    },
  });

const goodMilliseconds = 4 * 60_000;
const tokens = new WeakMap();

async function signIn(product, email) {
  const known = tokens.get(product) ?? new Map();
  tokens.set(product, known);
  const last = known.get(email);
  if (last && performance.now() - last.at < goodMilliseconds) return last.token;
  const { data } = await once(product.port, loginRequest(email));
  known.set(email, { token: data.login.accessToken, at: performance.now() });
  return data.login.accessToken;
}

export const asAdmin = (product) => signIn(product, adminEmail);
export const asCustomer = (product, index) => signIn(product, customerEmail(index));

/** One GraphQL operation; throws on errors. */
export async function askProduct(product, token, { query, variables = {} }) {
  const { data } = await once(
    product.port,
    requestBytes({
      method: 'POST',
      path: '/graphql',
      headers: { authorization: `Bearer ${token}` },
      body: { query, variables },
    }),
  );
  return data;
}

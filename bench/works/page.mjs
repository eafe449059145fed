// A page of the site that everyone reads, by GET and a registered operation: warm, and when the client has it already.
// Baseline: a static answer from memory by hand, of the same bytes.
import { createHash } from 'node:crypto';
import { compare } from '../lib/compare.mjs';
import { ask } from '../lib/processes.mjs';
import { startBaseline } from '../lib/servers.mjs';
import { requestBytes } from '../load/http-load.mjs';

const { sdkOperations } = await import('../../dist/resolvers/graphql/registered/sdk-operations.generated.js').catch(
  () => ({ sdkOperations: [] }),
);

/** The address of the page by the hash of the operation, as a front-end of the SDK asks for it. */
function addressOf(slug) {
  const text = sdkOperations.find((one) => one.includes('query Page('));
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  const given = new URLSearchParams({
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash } }),
    variables: JSON.stringify({ slug }),
  });
  return `/graphql?${given}`;
}

export const page = {
  name: 'page',
  title: 'A page of the site by GET; baseline: a static answer from memory',
  targets: { ratio: { atLeast: 0.4 }, knownRatio: { atLeast: 0.6 } },
  async run({ product, database }, { rounds, milliseconds }) {
    const { slug } = await ask(product.child, { ask: 'seedContent' });
    const path = addressOf(slug);
    const answer = await fetch(`http://127.0.0.1:${product.port}${path}`);
    const body = await answer.text();
    const etag = answer.headers.get('etag');
    if (etag === null) throw new Error(`the page is not kept: ${body.slice(0, 500)}`);
    const headers = Object.fromEntries(
      ['content-type', 'cache-control', 'vary'].map((name) => [name, answer.headers.get(name)]),
    );
    const folder = JSON.stringify({ body, etag, headers });
    const baseline = await startBaseline(database, { jobKinds: [], folder, by: 'static' });
    try {
      const asked = (more) => requestBytes({ path, headers: more });
      const turn = async (bytes) =>
        compare({ baseline, product, database }, { baselineBytes: bytes, productBytes: bytes, rounds, milliseconds });
      const warm = await turn(asked({}));
      const known = await turn(asked({ 'if-none-match': etag }));
      return { ...warm, knownRatio: known.ratio, known: { baseline: known.baseline, product: known.product } };
    } finally {
      await baseline.stop();
    }
  },
};

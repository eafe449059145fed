// A page of 100 of a cabinet of 50,000 documents, with nested restrictions, beside the same by hand: the first page, and the last.
import { strictEqual } from 'node:assert';
import { baselineToken } from '../baseline/tokens.mjs';
import { cabinetId, titleOf, writeCabinet } from '../dataset/cabinets.mjs';
import { roots } from '../dataset/generate.mjs';
import { compare } from '../lib/compare.mjs';
import { startBaseline, startProduct } from '../lib/servers.mjs';
import { once, requestBytes } from '../load/http-load.mjs';
import { asAdmin } from '../product/sign-in.mjs';

const documents = 50_000;
const nobody = '00000000-0000-0000-0000-000000000000';

const query = `query Page($cabinetId: ID!, $after: Cursor) {
  documents(cabinetId: $cabinetId, first: 100, orderBy: TITLE_ASC, after: $after) {
    nodes { id title folderId sizeBytes mimeType lastNumber updatedAt }
    pageInfo { hasNextPage }
  }
}`;

const cabinetWork = (name, title, { after, hasMore }) => ({
  name,
  title,
  targets: { ratio: { atLeast: 0.5 } },
  async run(place, { rounds, milliseconds }) {
    const database = await place.opened.create(name, { customers: 10, orders: 10 });
    await writeCabinet(database, { documents, now: Date.now() });
    const servers = [];
    try {
      servers.push(await startBaseline(database, { jobKinds: [], folder: place.home }));
      servers.push(await startProduct(database, { home: place.home, profile: place.profile }));
      const [baseline, product] = servers;
      const begin = { cabinet: cabinetId, title: after ?? '', id: nobody };
      const cursor =
        after &&
        Buffer.from(JSON.stringify([`TITLE_ASC document.id ${cabinetId}`, after, nobody])).toString('base64url');
      const baselineBytes = requestBytes({
        path: `/cabinet?${new URLSearchParams(begin)}`,
        headers: { authorization: `Bearer ${baselineToken(baseline.secret, roots.admin)}` },
      });
      const productBytes = requestBytes({
        method: 'POST',
        path: '/graphql',
        headers: { authorization: `Bearer ${await asAdmin(product)}`, accept: 'application/graphql-response+json' },
        body: { query, variables: { cabinetId, after: cursor ?? null } },
      });
      const [byHand, byProduct] = [await once(baseline.port, baselineBytes), await once(product.port, productBytes)];
      strictEqual(JSON.stringify(byProduct.data), JSON.stringify(byHand.data));
      if (byHand.data.documents.pageInfo.hasNextPage !== hasMore) throw new Error('not the page that was meant');
      return await compare(
        { baseline, product, database: place.database },
        { baselineBytes, productBytes, rounds, milliseconds },
      );
    } finally {
      for (const server of servers) await server.stop();
    }
  },
});

export const cabinetFirst = cabinetWork('cabinet', 'The first page of 100 of a cabinet of 50,000', { hasMore: true });
/** The last titles in the order: « relevé » is after the others. */
export const cabinetLast = cabinetWork('cabinet-last', 'The last page of the same cabinet', {
  ...{
    after: titleOf(documents - 5 - 8 * 100)
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
    hasMore: false,
  },
});

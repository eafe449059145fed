// A resumable upload of 256 MiB, beside node:http taking the same bytes to a plain file.
import { randomBytes } from 'node:crypto';
import { ask, cpuOf, memoryDuring } from '../lib/processes.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { baselineToken } from '../baseline/tokens.mjs';
import { customerId } from '../dataset/generate.mjs';
import { send } from '../load/transfers.mjs';
import { askProduct, asCustomer } from '../product/sign-in.mjs';

const mebibyte = 1 << 20;
const size = 256 * mebibyte;

/** Transfers at once, for what each of them takes of memory. */
const atOnce = 8;
/** How often one asks whether an upload is over: many that ask all the time would be measured, and not their uploads. */
const [often, seldom] = [5, 250];

const begin = 'mutation Begin($input: BeginUploadInput!) { beginUpload(input: $input) { id } }';
const state = 'query State($id: ID!) { upload(id: $id) { status receipt { signature } } }';

/** Letters and lines: random, so that nothing compresses. */
function text() {
  const bytes = randomBytes(size);
  for (let i = 0; i < size; i++) bytes[i] = i % 80 === 79 ? 10 : 97 + (bytes[i] % 26);
  return bytes;
}

async function timed(server, work) {
  const cpu = cpuOf(server.pid);
  const began = performance.now();
  await work();
  return { took: performance.now() - began, cpu: cpuOf(server.pid) - cpu };
}

const figures = (turns) => ({
  p50: median(turns.map(({ took }) => took)),
  p99: quantile(
    turns.map(({ took }) => took),
    0.99,
  ),
  cpu: median(turns.map(({ cpu }) => cpu)),
});

export const tusUpload = {
  name: 'tus',
  title: 'Tus upload, 256 MiB, to its receipt; baseline: node:http, the same PATCH to a plain file, with fsync',
  targets: { ratio: { atLeast: 0.35 }, memory: { atMost: 8 } },
  async run({ baseline, product }, { transfers }) {
    const content = text();
    const token = await asCustomer(product, 0);
    const { cabinetId } = await ask(product.child, { ask: 'cabinet', userId: customerId(0) });
    const bearer = { authorization: `Bearer ${baselineToken(baseline.secret, customerId(0))}` };
    const byHand = () =>
      send({ port: baseline.port, method: 'PUT', path: '/file', headers: bearer, pieces: [content] });
    const byTus = async (pause) => {
      const input = { cabinetId, name: `${randomBytes(8).toString('hex')}.txt`, size };
      const { beginUpload: upload } = await askProduct(product, token, { query: begin, variables: { input } });
      await sendPatch(product, { token, path: `/uploads/${upload.id}`, content });
      while (!(await isDone(product, token, upload.id))) await new Promise((resolve) => setTimeout(resolve, pause));
    };
    await byHand();
    await byTus(often);
    const turns = { baseline: [], product: [] };
    for (let i = 0; i < transfers; i++) {
      turns.baseline.push(await timed(baseline, byHand));
      turns.product.push(await timed(product, () => byTus(often)));
    }
    const memory =
      (await memoryDuring(product, () => Promise.all(Array.from({ length: atOnce }, () => byTus(seldom))))) / atOnce;
    const ratio = median(turns.product.map(({ took }, i) => turns.baseline[i].took / took));
    return {
      baseline: figures(turns.baseline),
      product: figures(turns.product),
      ratio,
      memory,
    };
  },
};

async function isDone(product, token, id) {
  const { upload } = await askProduct(product, token, { query: state, variables: { id } });
  if (upload.status === 'REFUSED') throw new Error('the upload was refused');
  return upload.status === 'DONE';
}

/** The bytes in one request; the answer is 204, once they are judged or after five seconds. */
const sendPatch = ({ port }, { token, path, content }) =>
  send({
    port,
    method: 'PATCH',
    path,
    pieces: [content],
    status: 204,
    headers: {
      authorization: `Bearer ${token}`,
      'tus-resumable': '1.0.0',
      'upload-offset': 0,
      'content-type': 'application/offset+octet-stream',
    },
  });

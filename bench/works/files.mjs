// Uploads, ranges, and the event loop under both.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, cpuOf, memoryDuring } from '../lib/processes.mjs';
import { startProduct } from '../lib/servers.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { baselineToken } from '../baseline/tokens.mjs';
import { customerEmail, customerId } from '../dataset/generate.mjs';
import { openConnection } from '../load/http-load.mjs';
import { download, firstByte, send, upload, uploadForm } from '../load/transfers.mjs';
import { askProduct, asCustomer, loginRequest } from '../product/sign-in.mjs';
import { openOrder } from './orders.mjs';

const mebibyte = 1 << 20;
const uploadQuery =
  'mutation Send($input: UploadManuscriptInput!) { uploadManuscript(input: $input) { id files { id sizeBytes } } }';

/** A text that compresses badly, so that compression cannot distort the result: random letters. */
function textOf(size) {
  const bytes = randomBytes(size);
  for (let i = 0; i < size; i++) bytes[i] = i % 80 === 79 ? 10 : 97 + (bytes[i] % 26);
  return bytes;
}

/** Someone who may send a file, and the form that does. */
async function sender(product, database, index) {
  const order = await openOrder(database, index);
  if (!order) return undefined;
  return {
    index,
    orderId: order.id,
    token: await asCustomer(product, index),
    form: uploadForm({ query: uploadQuery, orderId: order.id, name: 'manuscrit.txt', type: 'text/plain' }),
  };
}

async function senders({ product, database }, count) {
  const found = [];
  for (let index = 0; found.length < count; index++) {
    const one = await sender(product, database, index);
    if (one) found.push(one);
  }
  return found;
}

const atOnce = 10;

async function timed(server, work) {
  const cpu = cpuOf(server.pid);
  const took = await work();
  return { took, cpu: cpuOf(server.pid) - cpu };
}

const figures = (turns) => ({
  p50: median(turns.map(({ took }) => took)),
  p99: quantile(
    turns.map(({ took }) => took),
    0.99,
  ),
  cpu: median(turns.map(({ cpu }) => cpu)),
});

export const uploads = {
  name: 'upload',
  title: 'Upload, 40 MiB: multipart, sealed; baseline: graphql-upload-minimal into a plain file, with fsync',
  targets: { ratio: { atLeast: 0.7 }, memory: { atMost: 8 } },
  async run(place, { transfers }) {
    const { baseline, product, home } = place;
    const content = textOf(40 * mebibyte);
    const source = join(home, 'source');
    writeFileSync(source, content);
    const people = await senders(place, atOnce);
    const turns = { baseline: [], copy: [], plainHttp: [], product: [] };
    const copy = async () => (await ask(baseline.child, { ask: 'copy', source })).took;
    const put = async () => {
      const began = performance.now();
      await send({
        port: baseline.port,
        method: 'PUT',
        path: '/file',
        headers: { authorization: `Bearer ${baselineToken(baseline.secret, customerId(0))}` },
        pieces: [content],
      });
      return performance.now() - began;
    };
    const one = () => upload(product, { ...people[0], content });
    const token = baselineToken(baseline.secret, customerId(0));
    const byForm = () => upload(baseline, { ...people[0], token, content, path: '/form' });
    await copy();
    await put();
    await byForm();
    await one();
    await one();
    for (let i = 0; i < transfers; i++) {
      turns.baseline.push(await timed(baseline, byForm));
      turns.copy.push(await timed(baseline, copy));
      turns.plainHttp.push(await timed(baseline, put));
      turns.product.push(await timed(product, one));
    }
    const memory =
      (await memoryDuring(product, () =>
        Promise.all(people.map((person) => upload(product, { ...person, content }))),
      )) / atOnce;
    const pairs = (side) => median(turns.product.map(({ took }, i) => turns[side][i].took / took));
    return {
      baseline: figures(turns.baseline),
      copy: figures(turns.copy),
      plainHttp: figures(turns.plainHttp),
      product: figures(turns.product),
      ratio: pairs('baseline'),
      overHttp: pairs('plainHttp'),
      overCopy: pairs('copy'),
      memory,
    };
  },
};

const part = { from: 20 * mebibyte, length: 4_096 };

export const range = {
  name: 'range',
  title: 'Range: first byte of 4 KiB in the middle of 40 MiB',
  targets: { ratio: { atMost: 3 } },
  async run(place, { requests }) {
    const { baseline, product, home } = place;
    const content = textOf(40 * mebibyte);
    writeFileSync(join(home, 'sample'), content);
    const [person] = await senders(place, 1);
    await upload(product, { ...person, content });
    const path = await linkTo(product, person);
    const headers = { range: `bytes=${part.from}-${part.from + part.length - 1}` };
    const turns = { baseline: [], product: [] };
    const byHand = () => firstByte(baseline.port, { path: '/range', headers });
    const byProduct = () => firstByte(product.port, { path, headers });
    for (let i = 0; i < 20; i++) {
      await byHand();
      await byProduct();
    }
    for (let i = 0; i < requests; i++) {
      turns.baseline.push(await timed(baseline, byHand));
      turns.product.push(await timed(product, byProduct));
    }
    const [hand, ours] = [figures(turns.baseline), figures(turns.product)];
    return { baseline: hand, product: ours, ratio: ours.p50 / hand.p50 };
  },
};

/** The path of a short-lived link to the largest file that a person sent. */
async function linkTo(product, { token, orderId }) {
  const { order } = await askProduct(product, token, {
    query: 'query Files($id: ID!) { order(id: $id) { files { id sizeBytes } } }',
    variables: { id: orderId },
  });
  const file = order.files.reduce((a, b) => (b.sizeBytes > a.sizeBytes ? b : a));
  const { requestDownload } = await askProduct(product, token, {
    query: 'mutation Link($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }',
    variables: { input: { fileId: file.id } },
  });
  const { pathname, search } = new URL(requestDownload.url, 'http://127.0.0.1');
  return pathname + search;
}

const loginsAtOnce = 16;

export const lag = {
  name: 'lag',
  title: 'Event loop: 10 transfers while logins keep the hash queue full',
  targets: { p99: { atMost: 20 } },
  async run({ database, home, profile }, { seconds }) {
    // Not bound to one core: hashing threads would then compete with the event loop that is measured.
    const product = await startProduct(database, { home, profile, role: null });
    try {
      const place = { product, database };
      const people = await senders(place, atOnce);
      const content = textOf(20 * mebibyte);
      const [first] = people;
      await upload(product, { ...first, content });
      const path = await linkTo(product, first);
      let isOver = false;
      const until = async (work) => {
        while (!isOver) await work();
      };
      const logins = { count: 0, began: performance.now() };
      const running = [
        ...people.slice(0, atOnce / 2).map((person) => until(() => upload(product, { ...person, content }))),
        ...people.slice(atOnce / 2).map(() => until(() => download(product.port, { path, headers: {} }))),
        ...Array.from({ length: loginsAtOnce }, (_, i) => until(() => loginOnce(product, i, logins))),
      ];
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await ask(product.child, { ask: 'lagStart' });
      const cpu = cpuOf(product.pid);
      const began = { at: performance.now(), logins: logins.count };
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
      const lagged = await ask(product.child, { ask: 'lagStop' });
      const perSecond = ((logins.count - began.logins) / (performance.now() - began.at)) * 1_000;
      const used = cpuOf(product.pid) - cpu;
      isOver = true;
      await Promise.all(running);
      return {
        product: { p50: lagged.p50, p99: lagged.p99, cpu: used / seconds },
        p99: lagged.p99,
        max: lagged.max,
        loginsPerSecond: perSecond,
      };
    } finally {
      await product.stop();
    }
  },
};

async function loginOnce(product, index, logins) {
  const connection = openConnection(product.port);
  try {
    const response = (await connection.send(loginRequest(customerEmail(500 + index)))).toString('latin1');
    if (response.includes('accessToken')) logins.count += 1;
    else if (!response.includes('UNAVAILABLE') && !response.includes('RATE_LIMITED'))
      throw new Error(`a login was refused: ${response.slice(-400)}`);
    // A full queue refuses at once: retry a little later, as a client does.
    else await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    connection.close();
  }
}

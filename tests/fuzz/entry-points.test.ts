// @lane sqlite: proves how requests are parsed.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ask, askWithFiles } from '../support/ask.ts';
import { changed, Dice, longest, oddValue, rounds, seed, shown } from '../support/fuzz.ts';
import { openFuzzedServer, inParallel, type FuzzedServer } from '../support/fuzzed-server.ts';
import { boundary, end, file, form, map, operations, sendBytes, type RawAnswer } from '../support/forms.ts';
import { images } from '../support/images.ts';

/** Anything, over real connections, to the server in a process of its own. */
let server: FuzzedServer;
let download: string;
/** A link lives for a minute. */
let renewing: NodeJS.Timeout;
beforeAll(async () => {
  console.log(`seed ${seed}`);
  server = await openFuzzedServer();
  download = await downloadOf(server);
  renewing = setInterval(
    () =>
      void downloadOf(server)
        .then((path) => {
          download = path;
        })
        .catch(() => undefined),
    30_000,
  );
});
afterEach(() => server.check(), 120_000);
afterAll(async () => {
  clearInterval(renewing);
  await server.close();
});

/** The path of a link to a file of the customer's own. */
async function downloadOf({ url, token }: FuzzedServer): Promise<string> {
  const avatar = await askWithFiles(
    { url },
    'mutation ($input: UploadAvatarInput!) { uploadAvatar(input: $input) { avatarFileId } }',
    {
      token,
      variables: { input: { file: null } },
      files: { 'variables.input.file': { name: 'a.png', type: 'image/png', bytes: images[0] as Buffer } },
    },
  );
  const fileId = (avatar.data as { uploadAvatar: { avatarFileId: string } }).uploadAvatar.avatarFileId;
  const { data } = await ask(
    { url },
    'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }',
    { token, variables: { input: { fileId } } },
  );
  const link = new URL((data as { requestDownload: { url: string } }).requestDownload.url);
  return link.pathname + link.search;
}

interface Sent {
  readonly line?: Buffer | string;
  readonly headers: readonly (readonly [string, Buffer | string])[];
  readonly body?: Buffer;
}

const bytesOf = ({ line = 'POST /graphql', headers, body = Buffer.alloc(0) }: Sent): Buffer =>
  Buffer.concat([
    Buffer.from(line),
    Buffer.from(
      ` HTTP/1.1\r\nhost: ${new URL(server.url).host}\r\nconnection: close\r\ncontent-length: ${body.length}\r\n`,
    ),
    ...headers.flatMap(([name, value]) => [Buffer.from(`${name}: `), Buffer.from(value), Buffer.from('\r\n')]),
    Buffer.from('\r\n'),
    body,
  ]);

/** Success, or an error of ours: never one that nobody foresaw. What is no HTTP at all is cut, or answered by the protocol's own 400. */
function judge(answer: RawAnswer, sent: Buffer): void {
  const isForeseen = answer.status < 500 || answer.status === 503;
  if (!isForeseen || /"INTERNAL"/.test(answer.text))
    throw new Error(`seed ${seed}: ${shown(sent)}\nanswered ${answer.text.slice(0, 1_000)}`);
}

/** What waits for more than was sent is left alone after this long, in milliseconds. */
const silence = 2_000;

async function fuzz(times: number, make: (dice: Dice) => Sent): Promise<void> {
  const statuses: Record<number, number> = {};
  await inParallel(rounds(times), 16, async (i) => {
    const sent = bytesOf(make(new Dice(seed * 1_000_003 + i)));
    const answer = await sendBytes(server.url, [sent], silence);
    judge(answer, sent);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  });
  console.log(expect.getState().currentTestName, JSON.stringify(statuses));
  expect(Object.keys(statuses).some((status) => status !== '0')).toBe(true);
}

const bearer = (dice: Dice): readonly (readonly [string, string])[] =>
  dice.oneIn(2) ? [['authorization', `Bearer ${server.token}`]] : [];

test(
  'forms',
  () =>
    fuzz(300, (dice) => {
      const right = dice.of([
        () => form(file('0', 'a.png', dice.of(images)), end),
        () =>
          Buffer.concat([
            operations('mutation ($i: SendMessageInput!) { sendMessage(input: $i) { id } }', {
              i: { conversationId: '0198c5f2-0000-7000-8000-000000000000', attachments: [null, null] },
            }),
            map({ 0: ['variables.i.attachments.0'], 1: ['variables.i.attachments.1'] }),
            file('1'),
            file('0'),
            end,
          ]),
        () =>
          Buffer.concat([
            operations('mutation ($i: CreateOrderInput!) { createOrder(input: $i) { id } }', {
              i: { priceItemId: null, title: null },
            }),
            map({ 0: ['variables.i.title'], 1: ['variables.i.priceItemId'] }),
            file('0'),
            file('1'),
            end,
          ]),
      ])();
      const type = `multipart/form-data; boundary=${boundary}`;
      return {
        headers: [
          ['apollo-require-preflight', '1'],
          ['content-type', dice.oneIn(10) ? inLine(changed(type, dice)) : type],
          ...bearer(dice),
        ],
        body: dice.oneIn(50) ? right : changed(right, dice),
      };
    }),
  longest,
);

const documents = [
  'mutation ($input: LoginInput!) { login(input: $input) { __typename } }',
  'query ($first: Int, $after: Cursor) { myOrders(first: $first, after: $after) { edges { node { id } } } }',
  'mutation ($input: CreateOrderInput!) { createOrder(input: $input) { id } }',
  'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }',
  '{ me { id email preferences } }',
];

test(
  'bodies of GraphQL',
  () =>
    fuzz(400, (dice) => {
      const query = dice.of(documents);
      const asked = dice.oneIn(2)
        ? { query, variables: { input: oddValue(dice), first: oddValue(dice), after: oddValue(dice) } }
        : { query, variables: { input: { email: 'a@example.org', password: 'x', title: 'x' }, first: 3 } };
      const right = Buffer.from(JSON.stringify(dice.oneIn(8) ? oddValue(dice) : asked));
      return {
        headers: [['content-type', 'application/json'], ...bearer(dice)],
        body: dice.oneIn(2) ? right : changed(right, dice),
      };
    }),
  longest,
);

/** Without what would end the line, so that the request stays one. */
const inLine = (bytes: Buffer): Buffer => Buffer.from(bytes.filter((byte) => byte !== 10 && byte !== 13 && byte !== 0));

test(
  'addresses',
  () =>
    fuzz(400, (dice) => {
      const path = dice.of([
        download,
        '/files/x',
        '/graphql?query=%7Bme%7Bid%7D%7D',
        '/graphql?operationName=A&variables=%7B%22a%22:1%7D&extensions=%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22a%22%7D%7D',
        '/health',
        '/ready',
        '/metrics',
        '/mailbox',
        '/mailbox/1',
        '/playground',
        '/privacy/exports/x?token=y',
        '/privacy/processing-record.pdf?grant=x',
        '/certificates/keys',
        '/certificates/pdf?grant=x',
        '/auth/callback/google?code=a&state=b',
        '/calendars/callback/google?code=a&state=b',
        '/sandbox/checkout/x',
        '/mailbox/x/html',
        '/playground/graphiql.js',
        '/activate?token=x',
        '/%ff',
        '//',
        '/*',
      ]);
      return {
        line: `${dice.of(['GET', 'GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'DELETE'])} ${dice.oneIn(8) ? '' : inLine(changed(path, dice)).toString('latin1').replaceAll(' ', '%20')}`,
        headers: bearer(dice),
      };
    }),
  longest,
);

test(
  'headers',
  () =>
    fuzz(500, (dice) => {
      const right = dice.of([
        ['range', 'bytes=0-9'],
        ['range', 'bytes=5-,3-4'],
        ['range', 'bytes=-1'],
        ['if-none-match', '"x"'],
        ['if-range', '"x"'],
        ['authorization', `Bearer ${server.token}`],
        ['authorization', 'Basic eDp5'],
        ['x-forwarded-for', '203.0.113.7, 127.0.0.1'],
        ['x-forwarded-proto', 'https'],
        ['x-forwarded-host', 'example.org'],
        ['accept-language', 'fr-CA,fr;q=0.8,en;q=0.3'],
        ['accept', 'text/html, application/json;q=0.5'],
        ['cookie', 'session=x; a="b"'],
        ['content-type', 'application/json; charset=utf-8'],
        ['content-encoding', 'gzip'],
        ['x-request-id', 'abcdefgh12'],
        ['user-agent', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0'],
        ['origin', 'http://localhost:3000'],
        ['access-control-request-headers', 'x-a, x-b'],
        ['expect', '100-continue'],
        ['host', 'localhost:1'],
        ['upgrade', 'websocket'],
      ] as const);
      const value = changed(right[1], dice);
      const isGraphQL = dice.oneIn(2);
      return {
        line: isGraphQL ? 'POST /graphql' : `GET ${download}`,
        headers: [
          ...bearer(dice),
          [right[0], dice.oneIn(10) ? value : inLine(value)],
          ...(right[0] === 'upgrade' ? [['connection', 'upgrade'] as const] : []),
        ],
        ...(isGraphQL ? { body: Buffer.from('{"query":"{ me { id } }"}') } : {}),
      };
    }),
  longest,
);

test(
  'webhooks',
  () =>
    fuzz(200, (dice) => {
      const event =
        '{"id":"evt_1","object":"event","type":"checkout.session.completed","livemode":false,"created":1800000000,"data":{"object":{"id":"cs_1","object":"checkout.session","amount_total":100,"currency":"eur"}}}';
      const push = '{"value":[{"subscriptionId":"a","clientState":"b","lifecycleEvent":"missed"}]}';
      return {
        line: `POST ${dice.of(['/webhooks/stripe', '/payments/webhook', '/api/v1/webhooks/stripe', '/webhooks/google-calendar', '/webhooks/microsoft-calendar'])}`,
        headers: [
          ['content-type', dice.of(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])],
          ['stripe-signature', inLine(changed(`t=${Math.floor(Date.now() / 1_000)},v1=${'0'.repeat(64)}`, dice))],
        ],
        body: changed(dice.of([event, push]), dice),
      };
    }),
  longest,
);

test(
  'what is no request at all',
  () =>
    fuzz(200, (dice) => ({
      line: inLine(changed('POST /graphql', dice)),
      headers: [
        [
          dice.of(['content-length', 'transfer-encoding', 'connection', 'te', 'x']),
          changed(dice.of(['5', 'chunked', 'keep-alive', '1e9', '-1']), dice),
        ],
        ['x', changed('y', dice)],
      ],
      body: changed('5\r\nhello\r\n0\r\n\r\n', dice),
    })),
  longest,
);

import type { Things } from './route-things.ts';

/**
 * What is asked of every route that is not the API: a row each. A route that the server has and that is not here fails
 * the build, and so does one that is here and nowhere else.
 */
export interface RouteRow {
  /** What is asked for, as the table says it. */
  readonly what: string;
  readonly path: (things: Things) => string;
  /** Where another’s id is tried: the same path with another id, and the key of the world’s thing that it means. */
  readonly foreign?: { readonly key: string; readonly path: (id: string, things: Things) => string };
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Asked of a server in production; of one in development otherwise. */
  readonly isProduction?: true;
  /** From an address outside the private networks. */
  readonly from?: string;
}

const at = (what: string, path: string, more: Partial<RouteRow> = {}): RouteRow => ({
  what,
  path: () => path,
  ...more,
});
const page = (path: string): Readonly<Record<string, readonly RouteRow[]>> => ({
  [`GET ${path}`]: [at('the page', path.replace(':id', '1'))],
});

const nobodys = '01999999-9999-7999-8999-999999999999';
const fileAt = (id: string): string => `/files/${id}`;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The last letter of 32 bytes in base64url carries four of them; the other two say nothing, and must be as we write them. */
const spareBits = (last: string): string => alphabet.charAt(alphabet.indexOf(last) + 1);

const file = (what: string, key: string): RouteRow => ({
  what,
  path: ({ objects: [first] }) => fileAt(first[key] ?? ''),
  foreign: { key, path: fileAt },
});

const tus = { 'tus-resumable': '1.0.0' };
const tusBody = { ...tus, 'content-type': 'application/offset+octet-stream' };
/** What is sent to `/uploads` by its owner, and what others are answered. */
const upload = (what: string, headers: Readonly<Record<string, string>> = tus, body?: string): RouteRow => ({
  what,
  path: ({ objects: [first] }) => `/uploads/${first['upload']}`,
  foreign: { key: 'upload', path: (id) => `/uploads/${id}` },
  headers,
  ...(body === undefined ? {} : { body }),
});

const json = { 'content-type': 'application/json' };
const typename = JSON.stringify({ query: '{ __typename }' });

/** Where a provider’s call is taken; anybody may knock, and only its signature opens. */
const webhook = [
  at('no signature', '', { headers: json, body: '{}' }),
  at('a signature of nobody', '', { headers: { ...json, 'stripe-signature': `t=1,v1=${'0'.repeat(64)}` }, body: '{}' }),
];
const webhooks = (path: string): readonly RouteRow[] => webhook.map((row) => ({ ...row, path: () => path }));

/** Where Microsoft pushes to: only the word that was given for a subscription makes a calendar due. */
const pushes = (path: string): readonly RouteRow[] => [
  at('a subscription of nobody', path, {
    headers: json,
    body: JSON.stringify({ value: [{ subscriptionId: nobodys, clientState: 'guessed' }] }),
  }),
  at('no notification', path, { headers: json, body: '{}' }),
  at('a word to say back', `${path}?validationToken=word`),
];

const paymentPage = (action = ''): RouteRow[] => [
  { what: 'a session', path: ({ paymentPage: id }) => `/sandbox/checkout/${id}${action}` },
  at('a session of nobody', `/sandbox/checkout/cs_test_sandbox_${'0'.repeat(40)}${action}`),
  at('a path outside', `/sandbox/checkout/..%2f..%2fetc%2fpasswd${action}`),
];

/** The address holds the secret of a provider that does not sign. */
const unsignedWebhook: readonly RouteRow[] = [
  at('a secret of nobody', '/webhooks/sandbox-mobile-money/guessed', { headers: json, body: '{}' }),
  at('no provider', '/webhooks/constructor/guessed', { headers: json, body: '{}' }),
];

/** Texts are not sent by Twilio here: nobody calls back. */
const smsCallback = (path: string): readonly RouteRow[] => [
  at('no signature', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'MessageSid=SM1',
  }),
];

/** The link in a mail that nobody is owed: it is signed, and nobody guesses one. */
const unsubscribing: readonly RouteRow[] = [
  at('a link of nobody', `/unsubscribe/DIGESTS/${nobodys}/${'a'.repeat(43)}/${'b'.repeat(43)}`),
];

const pushPage = (action = ''): RouteRow[] => [
  { what: 'a push', path: ({ push: id }) => `/sandbox/push/${id}${action}` },
  at('a push of nobody', `/sandbox/push/push_sandbox_${'0'.repeat(40)}${action}`),
  at('a path outside', `/sandbox/push/..%2f..%2fetc%2fpasswd${action}`),
];

const mail = (part = ''): RouteRow[] => [
  { what: 'a mail', path: ({ mail: id }) => `/mailbox/${id}${part}` },
  at('a mail of nobody', `/mailbox/${nobodys}${part}`),
  at('a path outside', `/mailbox/..%2f..%2fetc%2fpasswd${part}`),
];

const notServed = ['DELETE', 'PATCH', 'PUT', 'QUERY', 'TRACE'].map((method): [string, readonly RouteRow[]] => [
  `${method} /graphql`,
  [at('a query in the address', '/graphql?query=%7B__typename%7D')],
]);

const unknownHash = encodeURIComponent(JSON.stringify({ persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } }));

export const routeRows: Readonly<Record<string, readonly RouteRow[]>> = {
  'GET /files/:id': [
    file('their manuscript', 'manuscript'),
    file('what was corrected for them', 'corrected'),
    file('an attachment of their conversation', 'attachment'),
    file('their invoice', 'pdf'),
    file('a file that hangs on nothing', 'file'),
    file('their picture', 'avatar'),
    file('a copy of their data by its file', 'copy'),
    at('a file of nobody', fileAt(nobodys)),
    at('what is no id', fileAt('..%2f..%2fetc%2fpasswd')),
    { what: 'by their link', path: ({ links }) => links.manuscript },
    {
      what: 'by their link for another’s file',
      path: ({ links, objects: [, second] }) => links.manuscript.replace(/[^/]+(?=\?)/, second['manuscript'] ?? ''),
    },
    { what: 'by a changed link', path: ({ links }) => links.manuscript.replace(/.$/, spareBits) },
    { what: 'by two links', path: ({ links }) => `${links.manuscript}&grant=other` },
  ],
  'GET /archive/zip/:id': [
    at('a cabinet without a link', `/archive/zip/${nobodys}`),
    at('a link that nobody gave', `/archive/zip/${nobodys}?grant=guessed`),
  ],
  'GET /privacy/exports/:id': [
    { what: 'the page, by their link', path: ({ links }) => links.copy },
    at('the page, by a link of nobody', `/privacy/exports/${nobodys}`),
  ],
  'POST /privacy/exports/:id': [
    { what: 'by their link', path: ({ links }) => links.copy },
    {
      what: 'without a secret',
      path: ({ objects: [first] }) => `/privacy/exports/${first['copy']}`,
      foreign: { key: 'copy', path: (id) => `/privacy/exports/${id}` },
    },
    {
      what: 'with the secret of another’s copy',
      path: ({ objects: [first], secrets: [, other] }) => `/privacy/exports/${first['copy']}?token=${other}`,
      foreign: { key: 'copy', path: (id, { secrets: [own] }) => `/privacy/exports/${id}?token=${own}` },
    },
    { what: 'with two secrets', path: ({ links, secrets: [, other] }) => `${links.copy}&token=${other}` },
  ],
  'GET /certificates/keys': [at('the public keys', '/certificates/keys')],
  'GET /certificates/pdf': [
    at('without a link', '/certificates/pdf'),
    {
      what: 'by the link of a file',
      path: ({ links }) =>
        `/certificates/pdf?grant=${new URL(links.manuscript, 'http://server').searchParams.get('grant')}`,
    },
    at('by two links', '/certificates/pdf?grant=1&grant=2'),
  ],
  'GET /privacy/processing-record.pdf': [
    at('without a link', '/privacy/processing-record.pdf'),
    {
      what: 'by the link of a file',
      path: ({ links }) =>
        `/privacy/processing-record.pdf?grant=${new URL(links.manuscript, 'http://server').searchParams.get('grant')}`,
    },
    at('by two links', '/privacy/processing-record.pdf?grant=1&grant=2'),
  ],
  'GET /preview/pages/:token': [
    at('a link of nobody', `/preview/pages/${nobodys}`),
    at('a path outside', '/preview/pages/..%2f..%2fetc%2fpasswd'),
  ],
  'GET /feeds/:token.ics': [at('a feed of nobody', '/feeds/nobody.ics')],
  'GET /rdv/:code.ics': [
    at('a booking of nobody', '/rdv/AC-222222.ics?t=nobody'),
    at('without a token', '/rdv/AC-222222.ics'),
  ],
  'OPTIONS /uploads': [at('what it can do', '/uploads')],
  'OPTIONS /uploads/:id': [at('what it can do', `/uploads/${nobodys}`)],
  'POST /uploads': [at('without a cabinet', '/uploads', { headers: { ...tus, 'upload-length': '5' } })],
  'HEAD /uploads/:id': [upload('their upload'), at('an upload of nobody', `/uploads/${nobodys}`, { headers: tus })],
  'PATCH /uploads/:id': [
    upload('no bytes of their upload', { ...tusBody, 'upload-offset': '0' }, ''),
    at('an upload of nobody', `/uploads/${nobodys}`, { headers: { ...tusBody, 'upload-offset': '0' }, body: 'bytes' }),
  ],
  'DELETE /uploads/:id': [
    upload('another version of tus', { 'tus-resumable': '0.2' }),
    at('an upload of nobody', `/uploads/${nobodys}`, { headers: tus }),
  ],
  'GET /receipts/keys': [at('the keys of receipts', '/receipts/keys')],
  'GET /sitemap.xml': [at('what search engines read', '/sitemap.xml')],
  'GET /public/blog.atom': [at('what feed readers read', '/public/blog.atom')],
  'GET /auth/callback/:provider': [
    at('a state of nobody', '/auth/callback/google?state=nobody&code=1'),
    at('nothing', '/auth/callback/google'),
    at('a provider that is not offered', '/auth/callback/microsoft?state=nobody&code=1'),
    at('no provider', '/auth/callback/constructor'),
  ],
  'GET /calendars/callback/:provider': [
    at('a state of nobody', '/calendars/callback/google?state=nobody&code=1'),
    at('nothing', '/calendars/callback/microsoft'),
    at('no provider', '/calendars/callback/constructor'),
  ],
  'POST /webhooks/google-calendar': [
    at('a channel of nobody', '/webhooks/google-calendar', {
      headers: { 'x-goog-channel-id': nobodys, 'x-goog-channel-token': 'guessed', 'x-goog-resource-state': 'exists' },
    }),
  ],
  'POST /webhooks/microsoft-calendar': pushes('/webhooks/microsoft-calendar'),
  'POST /webhooks/microsoft-calendar/lifecycle': pushes('/webhooks/microsoft-calendar/lifecycle'),
  'POST /webhooks/:provider': webhooks('/webhooks/stripe'),
  'POST /webhooks/:provider/:secret': unsignedWebhook,
  'POST /webhooks/sendgrid': webhooks('/webhooks/sendgrid'),
  'GET /unsubscribe/:wish/:delivery/:address/:signature': unsubscribing,
  'POST /unsubscribe/:wish/:delivery/:address/:signature': unsubscribing,
  'POST /webhooks/twilio/status': smsCallback('/webhooks/twilio/status'),
  'POST /webhooks/twilio/messages': smsCallback('/webhooks/twilio/messages'),
  'POST /payments/webhook': webhooks('/payments/webhook'),
  'POST /api/v1/webhooks/stripe': webhooks('/api/v1/webhooks/stripe'),
  'POST /graphql': [
    at('__typename', '/graphql', { headers: json, body: typename }),
    at('a form of another site', '/graphql', { headers: { 'content-type': 'text/plain' }, body: typename }),
  ],
  'OPTIONS /graphql': [at('before asking', '/graphql')],
  'GET /graphql': [
    at('a query in the address', '/graphql?query=%7B__typename%7D'),
    at('a mutation in the address', '/graphql?query=mutation%7B__typename%7D'),
    at('a hash that is not known', `/graphql?extensions=${unknownHash}`),
    at('a page of another site', '/graphql?query=%7B__typename%7D', { headers: { 'sec-fetch-site': 'cross-site' } }),
  ],
  ...Object.fromEntries(notServed),
  'OPTIONS *': [
    at('from another site', '/files/1', {
      headers: { origin: 'https://evil.example.org', 'access-control-request-method': 'GET' },
    }),
  ],
  'GET /health': [at('how it is', '/health')],
  'GET /ready': [at('whether it is open', '/ready')],
  'GET /metrics': [at('from a private address', '/metrics'), at('from the world', '/metrics', { from: '203.0.113.9' })],
  'GET /playground': [
    at('the page', '/playground'),
    at('the page in production', '/playground', { isProduction: true }),
  ],
  'GET /playground/graphiql.js': [
    at('the editor', '/playground/graphiql.js'),
    at('the editor in production', '/playground/graphiql.js', { isProduction: true }),
  ],
  'GET /playground/page.js': [
    at('the script of the page', '/playground/page.js'),
    at('the same in production', '/playground/page.js', { isProduction: true }),
  ],
  'GET /playground/tabs.json': [
    at('the operations', '/playground/tabs.json'),
    at('the operations in production', '/playground/tabs.json', { isProduction: true }),
  ],
  // Development only.
  'GET /mailbox': [at('the list', '/mailbox'), at('in production', '/mailbox', { isProduction: true })],
  'GET /mailbox/sms': [at('the list', '/mailbox/sms')],
  'GET /mailbox/gallery': [
    at('the list', '/mailbox/gallery'),
    at('the list in production', '/mailbox/gallery', { isProduction: true }),
  ],
  'GET /mailbox/gallery/:name/:locale': [
    at('a mail', '/mailbox/gallery/welcome/fr'),
    at('a mail in production', '/mailbox/gallery/welcome/fr', { isProduction: true }),
    at('a mail that is none', '/mailbox/gallery/constructor/fr'),
  ],
  'GET /mailbox/:id': mail(),
  'GET /mailbox/:id/html': mail('/html'),
  'GET /sandbox/checkout/:sessionId': [
    ...paymentPage(),
    { what: 'in production', path: ({ paymentPage: id }) => `/sandbox/checkout/${id}`, isProduction: true },
  ],
  'POST /sandbox/checkout/:sessionId/refuse': paymentPage('/refuse'),
  'POST /sandbox/checkout/:sessionId/pay': paymentPage('/pay'),
  'GET /sandbox/push/:pushId': [
    ...pushPage(),
    { what: 'in production', path: ({ push: id }) => `/sandbox/push/${id}`, isProduction: true },
  ],
  'POST /sandbox/push/:pushId/silence': pushPage('/silence'),
  'POST /sandbox/push/:pushId/refuse': pushPage('/refuse'),
  'POST /sandbox/push/:pushId/confirm': pushPage('/confirm'),
  ...page('/'),
  ...page('/login'),
  ...page('/forgotten-password'),
  ...page('/commandes/:id'),
  ...page('/admin/commandes/:id'),
  ...page('/factures/:id'),
  ...page('/conversations/:id'),
  ...page('/account/sign-in'),
  ...page('/compte/securite'),
  ...page('/activate'),
  ...page('/auth/callback'),
  ...page('/calendars/callback'),
  ...page('/confirm-identity'),
  ...page('/confirm-email'),
  ...page('/undo-email'),
  ...page('/reset-password'),
  ...page('/mes-donnees'),
  ...page('/factures/lien'),
  ...page('/factures/payer'),
};

/** What a server in production does not have: mails of everybody, a payment page of our own, the place of a front-end. */
export const inDevelopmentOnly = (route: string): boolean =>
  / \/(mailbox(?!\/gallery)|sandbox)/.test(route) ||
  (routeRows[route]?.some(({ what }) => what === 'the page') === true && !route.includes('playground'));

import type { FastifyInstance } from 'fastify';
import type { Config } from '../../services/platform/config.ts';
import { escapeHtml, styleSource } from './html.ts';

const style = `
:root{color-scheme:light dark;--ink:#1f2430;--soft:#5d6577;--paper:#fff;--ground:#f3f1ec;--line:#e2ded5;--accent:#1f5f4d}
@media (prefers-color-scheme:dark){:root{--ink:#eceff4;--soft:#a4acbc;--paper:#1d222c;--ground:#12151b;--line:#323a48;--accent:#6fcfae}}
*{box-sizing:border-box}body{margin:0;padding:3rem 1rem;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
main{max-width:40rem;margin:0 auto}h1{margin:0 0 .5rem;font-size:1.6rem}p{color:var(--soft)}a{color:var(--accent)}
pre{padding:1.2rem;background:var(--paper);border:1px solid var(--line);border-radius:1rem;white-space:pre-wrap;overflow-wrap:anywhere;font:.9rem/1.5 ui-monospace,monospace}`;

const policy = [
  "default-src 'none'",
  `style-src ${styleSource(style)}`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Pages of the front-end that mails, notifications and the payment page lead to. */
const paths = [
  '/',
  '/login',
  '/forgotten-password',
  '/commandes/:id',
  '/admin/commandes/:id',
  '/factures/:id',
  '/conversations/:id',
  '/account/sign-in',
  '/compte/securite',
];

/** The operation that the front-end would send, for links that carry a secret. */
const operations: Readonly<Record<string, (token: string) => string>> = {
  '/activate': (token) => `mutation {\n  activateAccount(input: { token: "${token}" }) { email status }\n}`,
  '/auth/callback': (code) =>
    `mutation {\n  signInWithOauth(input: { code: "${code}", proof: "…", consents: [] }) { isProofMailed session { accessToken } }\n}`,
  '/calendars/callback': (code) =>
    `mutation {\n  finishCalendarConnection(input: { code: "${code}", proof: "…" }) { id account status }\n}`,
  '/confirm-identity': (token) =>
    `mutation {\n  confirmIdentity(input: { token: "${token}", proof: "…" }) { session { accessToken } }\n}`,
  '/confirm-email': (token) => `mutation {\n  confirmEmailChange(input: { token: "${token}" }) { email }\n}`,
  '/undo-email': (token) => `mutation {\n  undoEmailChange(input: { token: "${token}" }) { email }\n}`,
  '/mes-donnees': (token) =>
    `mutation {\n  exportCustomerData(input: { token: "${token}", format: ZIP }) { isLinkMailed }\n}\n\nmutation {\n  eraseCustomer(input: { token: "${token}", reason: PRIVACY }) { id }\n}`,
  '/factures/lien': (token) =>
    `query {
  publicInvoice(token: "${token}") { invoice { number status } download { url } }
}`,
  '/factures/payer': (token) =>
    `query {
  payInvoice(token: "${token}") { number amountDue { amount currency } }
}

mutation {
  openInvoiceCheckout(input: { token: "${token}" }) { url }
}`,
  '/reset-password': (token) =>
    `mutation {\n  resetPassword(input: { token: "${token}", password: "…" }) { email status }\n}`,
};

const page = (body: string): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>Atelier</title><style>${style}</style></head><body><main><h1>Ici s’ouvrirait votre site</h1>
<p>Atelier n’est que l’arrière-boutique\u00a0: ce lien mène au site, et aucun n’est branché (<code>FRONT_URL</code>).</p>${body}
<p><a href="/playground">Ouvrir le playground</a> · <a href="/mailbox">Ouvrir la boîte aux lettres</a></p></main></body></html>`;

const asked = (operation: string): string =>
  `<p>Voici ce qu’il demanderait\u00a0; collez-le dans le playground\u00a0:</p><pre>${escapeHtml(operation)}</pre>`;

interface LinkRoute {
  Querystring: { token?: unknown; code?: unknown };
}

/**
 * A stub of the front-end, so that the links in mails lead somewhere in development. Mounted outside production only,
 * and only when no `FRONT_URL` is set.
 */
export function developmentFrontEnd(app: FastifyInstance, config: Pick<Config, 'isProduction'>): void {
  if (config.isProduction) throw new Error('The front-end stub does not exist in production');
  const headers = {
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
  };
  for (const path of paths) app.get(path, async (_request, reply) => reply.headers(headers).send(page('')));
  for (const [path, operation] of Object.entries(operations)) {
    app.get<LinkRoute>(path, async ({ query: { code, token = code } }, reply) => {
      const isOurs = typeof token === 'string' && /^[\w.-]{1,200}$/.test(token);
      return reply.headers(headers).send(page(isOurs ? asked(operation(token)) : ''));
    });
  }
}

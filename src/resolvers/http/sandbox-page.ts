import { formatMoney } from '../../services/kernel/format.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { currencies, type Currency } from '../../services/kernel/money.ts';
import { escapeHtml, styleSource } from './html.ts';

/** What the page shows of a session. */
export interface SandboxView {
  readonly description: string;
  readonly amount: { readonly amount: number; readonly currency: string };
  readonly locale: Locale;
  readonly status: 'OPEN' | 'PROCESSING' | 'AUTHORIZED' | 'PAID' | 'FAILED' | 'EXPIRED';
  readonly successUrl: string;
  readonly cancelUrl: string;
}

const style = `
:root{color-scheme:light dark;--ink:#1f2430;--soft:#5d6577;--paper:#fff;--ground:#f3f1ec;--line:#e2ded5;--accent:#1f5f4d;--bad:#9c2f2f}
@media (prefers-color-scheme:dark){:root{--ink:#eceff4;--soft:#a4acbc;--paper:#1d222c;--ground:#12151b;--line:#323a48;--accent:#2f8a6f;--bad:#d46a6a}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
main{width:100%;max-width:26rem;background:var(--paper);border:1px solid var(--line);border-radius:1rem;padding:2rem;box-shadow:0 .75rem 2.5rem #0000001a}
.tag{display:inline-block;margin:0 0 1.25rem;padding:.2rem .7rem;border-radius:1rem;background:#f4d58d;color:#4a3600;font-size:.8rem;font-weight:600}
h1{margin:0 0 .35rem;font-size:1.05rem;font-weight:500;color:var(--soft);overflow-wrap:anywhere}.amount{margin:0 0 1.5rem;font-size:2.4rem;font-weight:650;letter-spacing:-.02em}
form{margin:0 0 .75rem}button,a.go{display:block;width:100%;padding:.85rem 1rem;border-radius:.6rem;border:1px solid transparent;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.pay,a.go{background:var(--accent);color:#fff}.refuse{background:transparent;color:var(--bad);border-color:var(--line)}button:focus-visible,a:focus-visible{outline:3px solid #6aa9ff;outline-offset:2px}
.state{margin:0 0 1.25rem;font-size:1.15rem;font-weight:600}.note{margin:1.25rem 0 0;color:var(--soft);font-size:.85rem}`;

/** The page runs no script and loads nothing: one style, known by its hash, and forms to this server. */
export const sandboxPolicy = [
  "default-src 'none'",
  `style-src ${styleSource(style)}`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const words = {
  fr: {
    title: 'Paiement d’essai',
    tag: 'Bac à sable\u00a0: aucun argent ne circule',
    pay: 'Payer',
    refuse: 'Refuser',
    back: 'Revenir au site',
    note: 'Cette page remplace celle du prestataire de paiement tant qu’aucune clé n’est configurée.',
    PAID: 'Paiement accepté',
    FAILED: 'Paiement refusé',
    EXPIRED: 'Cette page a expiré',
    PROCESSING: 'Paiement en cours',
    AUTHORIZED: 'Somme réservée',
  },
  en: {
    title: 'Test payment',
    tag: 'Sandbox: no money moves',
    pay: 'Pay',
    refuse: 'Refuse',
    back: 'Back to the site',
    note: 'This page stands in for the payment provider’s while no key is configured.',
    PAID: 'Payment accepted',
    FAILED: 'Payment refused',
    EXPIRED: 'This page has expired',
    PROCESSING: 'Payment in progress',
    AUTHORIZED: 'Amount held',
  },
} as const satisfies Record<Locale, Record<string, string>>;

const isOurs = (currency: string): currency is Currency => (currencies as readonly string[]).includes(currency);
const priceOf = ({ amount, currency }: SandboxView['amount'], locale: Locale): string =>
  isOurs(currency) ? formatMoney({ amount, currency }, locale) : `${amount} ${currency}`;

/** The payment page of the sandbox, for a person; its two forms are all that a test or the demo needs. */
export function sandboxPage(path: string, view: SandboxView): string {
  const { locale, status } = view;
  const say = words[locale];
  return sandboxDocument(view, status === 'OPEN' ? forms(path, say) : ending(view, status, say), say);
}

/** A page of the sandbox around what its payer can do, which is HTML already. */
export const sandboxDocument = (
  { locale, description, amount }: Pick<SandboxView, 'locale' | 'description' | 'amount'>,
  inner: string,
  { title, tag, note }: { readonly title: string; readonly tag: string; readonly note: string },
): string => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style>${style}</style></head>
<body><main><p class="tag">${tag}</p><h1>${escapeHtml(description)}</h1><p class="amount">${escapeHtml(priceOf(amount, locale))}</p>
${inner}
<p class="note">${note}</p></main></body></html>`;

type Words = (typeof words)[Locale];

const forms = (path: string, { pay, refuse }: Words): string =>
  `<form method="post" action="${escapeHtml(path)}/pay"><button class="pay">${pay}</button></form>
<form method="post" action="${escapeHtml(path)}/refuse"><button class="refuse">${refuse}</button></form>`;

function ending(view: SandboxView, status: Exclude<SandboxView['status'], 'OPEN'>, say: Words): string {
  const target = status === 'PAID' ? view.successUrl : view.cancelUrl;
  return `<p class="state" role="status">${say[status]}</p><a class="go" href="${escapeHtml(target)}">${say.back}</a>`;
}

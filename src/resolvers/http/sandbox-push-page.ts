import type { Locale } from '../../services/kernel/locale.ts';
import { mobileNetworkFacts, type MobileNetwork } from '../../services/kernel/mobile-money.ts';
import { escapeHtml } from './html.ts';
import { sandboxDocument } from './sandbox-page.ts';

/** What the page shows of a push. */
export interface SandboxPushView {
  readonly description: string;
  readonly amount: { readonly amount: number; readonly currency: string };
  readonly network: MobileNetwork;
  readonly phoneLast4: string;
  readonly locale: Locale;
  readonly status: 'WAITING' | 'SILENT' | 'CONFIRMED' | 'REFUSED';
  readonly returnUrl: string;
}

const words = {
  fr: {
    title: 'Paiement mobile d’essai',
    tag: 'Bac à sable\u00a0: aucun argent ne circule',
    phone: 'Téléphone qui finit par',
    confirm: 'Confirmer',
    refuse: 'Refuser',
    silence: 'Silence du réseau',
    back: 'Revenir au site',
    note: 'Cette page remplace le téléphone du client tant que FeexPay n’est pas configuré.',
    SILENT: 'Le réseau ne répond plus',
    CONFIRMED: 'Paiement confirmé',
    REFUSED: 'Paiement refusé',
  },
  en: {
    title: 'Test mobile payment',
    tag: 'Sandbox: no money moves',
    phone: 'Phone that ends in',
    confirm: 'Confirm',
    refuse: 'Refuse',
    silence: 'Silence of the network',
    back: 'Back to the site',
    note: 'This page stands in for the customer’s phone while FeexPay is not configured.',
    SILENT: 'The network no longer answers',
    CONFIRMED: 'Payment confirmed',
    REFUSED: 'Payment refused',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** The phone of the sandbox, for a person; its forms are all that a test or the demo needs. */
export function sandboxPushPage(path: string, view: SandboxPushView): string {
  const { locale, status, network, phoneLast4 } = view;
  const say = words[locale];
  const { name, country } = mobileNetworkFacts[network];
  const place = `<p class="note">${name} (${country}). ${say.phone} ${escapeHtml(phoneLast4)}</p>`;
  const state = status === 'WAITING' ? '' : `<p class="state" role="status">${say[status]}</p>`;
  const isOver = status === 'CONFIRMED' || status === 'REFUSED';
  const end = `<a class="go" href="${escapeHtml(view.returnUrl)}">${say.back}</a>`;
  return sandboxDocument(view, `${state}${isOver ? end : forms(path, view, say)}${place}`, say);
}

type Words = (typeof words)[Locale];

function forms(path: string, { status }: SandboxPushView, say: Words): string {
  const actions = status === 'SILENT' ? (['confirm', 'refuse'] as const) : (['confirm', 'refuse', 'silence'] as const);
  return actions
    .map(
      (action) =>
        `<form method="post" action="${escapeHtml(path)}/${action}"><button class="${action === 'confirm' ? 'pay' : 'refuse'}">${say[action]}</button></form>`,
    )
    .join('\n');
}

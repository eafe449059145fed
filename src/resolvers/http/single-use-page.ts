import { DomainError } from '../../services/kernel/errors.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { escapeHtml, styleSource } from './html.ts';

const style = `
:root{color-scheme:light dark;--ink:#1f2430;--soft:#5d6577;--paper:#fff;--ground:#f3f1ec;--line:#e2ded5;--accent:#1f5f4d}
@media (prefers-color-scheme:dark){:root{--ink:#eceff4;--soft:#a4acbc;--paper:#1d222c;--ground:#12151b;--line:#323a48;--accent:#2f8a6f}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
main{width:100%;max-width:30rem;background:var(--paper);border:1px solid var(--line);border-radius:1rem;padding:2rem}
h1{margin:0 0 .75rem;font-size:1.35rem}form{margin:1.25rem 0 0}p{margin:0;color:var(--soft)}
button{display:block;width:100%;padding:.85rem 1rem;border-radius:.6rem;border:0;background:var(--accent);color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:3px solid #6aa9ff;outline-offset:2px}`;

/** The page runs no script and loads nothing: one style, allowed by its hash, and a form to this server. */
export const singleUsePolicy = [
  "default-src 'none'",
  `style-src ${styleSource(style)}`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The text of a page before its link is used, by the purpose of the link. */
const offers = {
  fr: {
    export: {
      title: 'La copie de vos données',
      button: 'Télécharger mes données',
      note: 'Ce lien ne sert qu’une fois, pendant 24\u00a0heures. Il n’est utilisé qu’au moment où vous appuyez sur le bouton\u202f; ensuite, la copie est détruite.',
    },
    DIGESTS: {
      title: 'Ne plus recevoir de résumés',
      button: 'Ne plus en recevoir',
      note: 'Vous ne recevrez plus d’e-mails qui rassemblent ce que vous n’avez pas lu. Votre profil permet d’y revenir.',
    },
    REMINDERS: {
      title: 'Ne plus recevoir de rappels',
      button: 'Ne plus en recevoir',
      note: 'Vous ne recevrez plus de rappels facultatifs à cette adresse. Votre profil permet d’y revenir.',
    },
    REPORTS: {
      title: 'Ne plus recevoir de rapports',
      button: 'Ne plus en recevoir',
      note: 'Vous ne recevrez plus les chiffres par e-mail. Votre profil permet d’y revenir.',
    },
  },
  en: {
    export: {
      title: 'The copy of your data',
      button: 'Download my data',
      note: 'This link works once, for 24 hours. It is used only when you press the button; then the copy is destroyed.',
    },
    DIGESTS: {
      title: 'Stop receiving digests',
      button: 'Stop them',
      note: 'You will get no more e-mails that gather what you have not read. Your profile lets you change your mind.',
    },
    REMINDERS: {
      title: 'Stop receiving reminders',
      button: 'Stop them',
      note: 'You will get no more optional reminders at this address. Your profile lets you change your mind.',
    },
    REPORTS: {
      title: 'Stop receiving reports',
      button: 'Stop them',
      note: 'You will get no more figures by e-mail. Your profile lets you change your mind.',
    },
  },
} as const satisfies Record<Locale, Record<string, { title: string; button: string; note: string }>>;

const unsubscribed = {
  fr: {
    title: 'C’est noté',
    note: 'Vous ne recevrez plus ce type de message. Ce qui concerne vos commandes vous parvient toujours.',
  },
  en: {
    title: 'Done',
    note: 'You will get no more messages of this kind. What concerns your orders still reaches you.',
  },
} as const satisfies Record<Locale, { title: string; note: string }>;

const over = {
  fr: {
    title: 'Ce lien n’est pas valable',
    note: 'Il a déjà servi, il a expiré, ou il est incomplet. Demandez-en un nouveau depuis votre compte.',
  },
  en: {
    title: 'This link is not valid',
    note: 'It was used, it has expired, or it is incomplete. Ask for a new one from your account.',
  },
} as const satisfies Record<Locale, { title: string; note: string }>;

export type Offer = keyof (typeof offers)['fr'];

const page = (
  locale: Locale,
  { title, note, form = '' }: { title: string; note: string; form?: string },
): string => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${note}</p>${form}</main></body></html>`;

/**
 * The page of a mailed link, whether the link is still valid or not: only the button uses it up, so that mail scanners
 * cannot.
 */
export function singleUsePage(locale: Locale, { offer, action }: { offer: Offer; action: string }): string {
  const { button, ...said } = offers[locale][offer];
  return page(locale, {
    ...said,
    form: `<form method="post" action="${escapeHtml(action)}"><button>${button}</button></form>`,
  });
}

/** The same text for a link that was used, that has expired and that never existed. */
export const overPage = (locale: Locale): string => page(locale, over[locale]);

/** After the button of a link that ends mails of a kind. */
export const unsubscribedPage = (locale: Locale): string => page(locale, unsubscribed[locale]);

export const isOver = (error: unknown): boolean => error instanceof DomainError && error.code === 'TOKEN_INVALID';

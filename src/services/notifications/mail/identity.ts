import type { Locale } from '../../kernel/locale.ts';

/** Who the mails come from, as shown in every one of them. */
export interface MailIdentity {
  /** The name at the top and in the subjects. */
  readonly brand: string;
  /** What it does, in a line under the name; empty for none. */
  readonly tagline: Readonly<Record<Locale, string>>;
  /** The public site, absolute. */
  readonly siteUrl: string;
  readonly contactEmail: string;
  /** The zone of the dates and times that mails show. */
  readonly timeZone: string;
}

/** The text of the layout around every mail. */
export interface LayoutWords {
  readonly tagline: string;
  readonly linkHelp: string;
  readonly reason: string;
  readonly question: string;
  /** Of the link that ends mails of this kind, where there is one. */
  readonly unsubscribe: string;
}

export const layoutWords: Readonly<Record<Locale, (identity: MailIdentity) => LayoutWords>> = {
  fr: ({ brand, tagline }) => ({
    tagline: tagline.fr,
    linkHelp: 'Si le bouton ne fonctionne pas, copiez ce lien dans votre navigateur\u00a0:',
    reason: `Ce message vous est adressé par ${brand}.`,
    question: 'Une question\u202f? Écrivez-nous\u00a0:',
    unsubscribe: 'Ne plus recevoir ce type de message',
  }),
  en: ({ brand, tagline }) => ({
    tagline: tagline.en,
    linkHelp: 'If the button does not work, copy this link into your browser:',
    reason: `This message was sent to you by ${brand}.`,
    question: 'Any question? Write to us:',
    unsubscribe: 'Stop receiving messages of this kind',
  }),
};

/** The end of every text part. `-- ` is the signature delimiter (RFC 3676 section 4.3). */
export function textFooter(locale: Locale, identity: MailIdentity, unsubscribeUrl: string): string {
  const { tagline, reason, question, unsubscribe } = layoutWords[locale](identity);
  const name = tagline === '' ? identity.brand : `${identity.brand} · ${tagline}`;
  const end = unsubscribeUrl === '' ? '' : `\n${unsubscribe}${locale === 'fr' ? '\u00a0:' : ':'}\n${unsubscribeUrl}\n`;
  return `\n\n-- \n${name}\n${identity.siteUrl}\n\n${reason}\n${question} ${identity.contactEmail}\n${end}`;
}

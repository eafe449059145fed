import type { LegalText } from './legal-text.ts';

/** Where a page names the publisher: read, it says what the seller of that day says. An admin may write it in other pages. */
export const publisherMark = '{{editeur}}';

/** Mentions légales: article 1-1 of the law of 21 June 2004 (LCEN). */
export const legalNotice: LegalText = {
  slug: 'mentions-legales',
  title: 'Mentions légales',
  excerpt: "Qui édite ce site, qui l'héberge et comment nous joindre.",
  content: ({ email, host }) => `## Éditeur du site

${publisherMark}

## Hébergement

Le site est hébergé par ${host}.

## Propriété intellectuelle

Les textes, les images, la charte graphique et le code de ce site sont protégés par le droit d'auteur. Leur reproduction, même partielle, est soumise à une autorisation écrite préalable, hors les exceptions prévues à l'article L. 122-5 du code de la propriété intellectuelle.

Les manuscrits et les documents que vous nous confiez restent votre propriété. En nous les remettant, vous nous autorisez seulement à les lire, à les copier et à les modifier autant que la prestation commandée l'exige.

## Responsabilité

Nous veillons à l'exactitude des informations publiées ici et les corrigeons dès qu'une erreur nous est signalée. Les liens vers d'autres sites sont donnés à titre indicatif : nous n'en maîtrisons pas le contenu.

## Signaler un contenu

Pour signaler un contenu illicite ou demander une rectification, écrivez à ${email} en indiquant l'adresse de la page, l'objet de votre demande et le moyen de vous répondre.`,
};

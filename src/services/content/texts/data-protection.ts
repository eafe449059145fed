import type { LegalText } from './legal-text.ts';

/** Rights of persons: regulation (EU) 2016/679, articles 12 to 22 and 77. */
export const dataProtection: LegalText = {
  slug: 'rgpd',
  title: 'Vos droits sur vos données (RGPD)',
  excerpt: "Ce que le règlement général sur la protection des données vous garantit, et comment l'exercer.",
  content: ({
    name,
    address,
    email,
  }) => `Le règlement général sur la protection des données (RGPD) et la loi « Informatique et libertés » vous donnent des droits sur les données qui vous concernent. Voici comment les exercer auprès de ${name}, responsable du traitement, ${address}.

## Vos droits

- **Accès** : savoir quelles données nous détenons sur vous et en recevoir une copie.
- **Rectification** : faire corriger ce qui est inexact ou incomplet.
- **Effacement** : faire supprimer vos données lorsque rien n'oblige à les garder.
- **Limitation** : faire suspendre l'usage de vos données pendant l'examen d'une demande.
- **Portabilité** : recevoir dans un format ouvert les données que vous nous avez fournies.
- **Opposition** : refuser un traitement fondé sur notre intérêt légitime.
- **Retrait du consentement** : revenir à tout moment sur un accord donné, sans effet sur le passé.
- **Directives après la mort** : dire ce que deviendront vos données après votre décès.

## Comment les exercer

Écrivez à ${email}, depuis l'adresse de votre compte si vous en avez un. Nous pouvons vous demander de prouver votre identité lorsqu'un doute raisonnable existe. Votre demande est gratuite ; nous y répondons dans le mois, délai que la loi permet de prolonger de deux mois pour une demande complexe, en vous en avertissant.

## Ce que l'effacement emporte, et ce qui demeure

L'effacement détruit vos fichiers, à commencer par leurs clés de chiffrement, ainsi que vos messages et vos notifications ; votre compte devient anonyme. Les factures et les écritures qui s'y rattachent sont conservées dix ans, comme le code de commerce nous y oblige (article L. 123-22) ; elles ne servent à rien d'autre. Tant qu'une procédure en justice l'exige, ce qui s'y rapporte ne peut pas être effacé (RGPD, article 17, paragraphe 3).

## Vous plaindre

Si notre réponse ne vous satisfait pas, vous pouvez introduire une réclamation auprès de la Commission nationale de l'informatique et des libertés : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, ou sur www.cnil.fr.`,
};

import type { LegalText } from './legal-text.ts';

/** What is done with personal data: regulation (EU) 2016/679, articles 13 and 14. */
export const privacyPolicy: LegalText = {
  slug: 'confidentialite',
  title: 'Politique de confidentialité',
  excerpt: 'Quelles données nous recueillons, pourquoi, pour combien de temps, et comment nous les protégeons.',
  content: ({
    name,
    address,
    email,
  }) => `${name}, ${address}, est responsable du traitement de vos données. Cette page dit ce que nous en faisons ; vos droits sont exposés à la page « Vos droits sur vos données (RGPD) ».

## Ce que nous recueillons, et pourquoi

- **Votre compte** : nom, prénom, adresse électronique, mot de passe sous une forme irréversible, et, si vous les donnez, téléphone et adresse. Ces données sont nécessaires au contrat.
- **Vos commandes** : descriptions, consignes, manuscrits, fichiers corrigés, messages échangés. Elles sont nécessaires au contrat.
- **Vos paiements et vos factures** : montants, dates, références. La loi nous oblige à les tenir. Les numéros de carte sont recueillis par Stripe seul ; nous ne les voyons jamais.
- **La sécurité** : dates de connexion, adresses réseau abrégées, journal des opérations sensibles. Notre intérêt légitime est de protéger les comptes.

Nous n'achetons ni ne vendons aucune donnée, n'affichons aucune publicité et ne mesurons pas l'ouverture de nos messages sans votre accord.

## Combien de temps

- Le compte : tant qu'il existe ; un an s'il n'a jamais été activé.
- Les manuscrits et les textes corrigés : un an après la fin de la commande.
- Le titre et la description des commandes, les messages : cinq ans après la fin de la commande ou le dernier message.
- Les sessions : trente jours après leur fin.
- Les courriels que nous vous envoyons : quatre-vingt-dix jours.
- Les notifications : trente jours une fois écartées, deux ans sinon.
- Les preuves de consentement et les réponses à vos demandes : cinq ans.
- Les factures et les paiements : dix ans, durée légale.

Une procédure en cours peut imposer de conserver plus longtemps ce qui s'y rapporte.

## Qui y a accès

La personne qui corrige votre texte voit votre nom, votre commande et vos messages ; l'équipe qui suit les commandes y accède pour vous répondre. Deux sous-traitants interviennent, dans la limite de leur mission : Stripe pour les paiements, SendGrid (Twilio) pour l'acheminement des courriels. Lorsque l'un d'eux traite des données hors de l'Union européenne, ce transfert est encadré par les clauses contractuelles types de la Commission ou par une décision d'adéquation.

## Comment elles sont protégées

Les fichiers sont chiffrés dès leur réception (AES-256-GCM), chacun avec sa propre clé. Les échanges avec le site le sont aussi. Les liens de téléchargement sont personnels et expirent au bout d'une minute. Les opérations sensibles sont inscrites dans un journal qui ne peut être modifié sans que cela se voie.

## Cookies

Le site n'utilise que ce qui est nécessaire à votre connexion. Aucun traceur publicitaire ni de mesure d'audience n'est déposé.

## Nous écrire

Pour toute question sur vos données : ${email}. Si cette politique change d'une façon qui vous concerne, vous en êtes averti avant que le changement ne prenne effet.`,
};

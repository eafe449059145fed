import type { LegalText } from './legal-text.ts';
import type { Seller } from './seller.ts';

const saleArticles = ({
  name,
  address,
  siret,
  vat,
}: Seller) => `Les présentes conditions régissent les prestations de correction, de mise en page et d'accompagnement rédactionnel vendues en ligne par ${name}, ${address}, SIRET ${siret}. Toute commande suppose leur acceptation.

## 1. Prestations

Chaque prestation est décrite sur la page des tarifs. La correction porte sur l'orthographe, la grammaire, la syntaxe, la ponctuation et la typographie. Elle ne comprend ni réécriture, ni vérification des faits, ni conseil juridique, sauf mention contraire.

Une page s'entend de 1 500 caractères, espaces comprises. Lorsque le prix dépend du nombre de pages, vous le déclarez à la commande. Si le manuscrit reçu en compte nettement davantage, nous vous proposons un complément de prix avant tout travail : vous êtes libre de l'accepter ou d'annuler la commande, qui vous est alors remboursée.

## 2. Commande

Vous choisissez une prestation, décrivez votre texte, déposez votre manuscrit, puis validez votre commande en la payant. Avant ce paiement, vous pouvez la modifier ou l'abandonner sans frais. Un message vous confirme sa réception.

## 3. Prix et paiement

Les prix sont indiqués en euros, toutes taxes comprises. ${vat}. Le prix applicable est celui qui est affiché au jour de la commande.

Le paiement se fait en une fois, par carte bancaire, au moyen du service Stripe. Une facture vous est envoyée dès sa réception ; elle reste disponible dans votre espace.

## 4. Délais et livraison

Le délai indiqué est une estimation en jours ouvrés, à compter de la réception du paiement et du manuscrit complet. La personne qui prend votre texte en charge vous le confirme. Le fichier corrigé est déposé dans votre espace, et un message vous en avertit.

En cas de retard important, vous pouvez nous mettre en demeure de livrer dans un délai raisonnable, puis, faute de livraison, résoudre le contrat ; les sommes versées vous sont remboursées dans les quatorze jours.`;

const rightsArticles = ({ email, mediator }: Seller) => `## 5. Droit de rétractation

Si vous êtes consommateur, vous disposez de quatorze jours à compter de la commande pour vous rétracter, sans motif, en écrivant à ${email}.

Si vous demandez que le travail commence avant la fin de ce délai et que vous vous rétractez ensuite, vous devez le prix de ce qui a été accompli jusque-là. Le droit de rétractation ne peut plus être exercé une fois la prestation pleinement exécutée, lorsque son exécution a commencé avec votre accord exprès (article L. 221-28 du code de la consommation).

## 6. Vos engagements

Vous garantissez que vous détenez les droits sur les textes confiés, ou que leur titulaire vous a autorisé à les faire corriger, et qu'ils ne sont pas contraires à la loi. Vous conservez une copie de vos fichiers.

## 7. Nos engagements

Nous exécutons la prestation avec le soin d'un professionnel ; il s'agit d'une obligation de moyens. Une erreur manifeste qui nous aurait échappé est corrigée sans frais si vous nous la signalez dans les trente jours suivant la livraison. Notre responsabilité est limitée au prix payé, sauf faute lourde ou dommage corporel, et sans préjudice des droits que la loi donne au consommateur.

## 8. Droits d'auteur, confidentialité et données

Vous conservez tous vos droits d'auteur. Vos textes ne sont communiqués qu'à la personne chargée de les corriger, tenue à la confidentialité, et ne servent à aucune autre fin que la prestation. Le traitement de vos données est décrit dans notre politique de confidentialité.

## 9. Réclamations et médiation

Adressez toute réclamation à ${email} : nous répondons sous dix jours ouvrés. Si la réponse ne vous satisfait pas, vous pouvez saisir gratuitement un médiateur de la consommation : ${mediator}.

## 10. Droit applicable

Le contrat est soumis au droit français. Le consommateur peut saisir le tribunal de son domicile.`;

/** Conditions générales de vente, to consumers first: code de la consommation, L. 111-1 and following, L. 221-18 to 28. */
export const termsOfSale: LegalText = {
  slug: 'cgv',
  title: 'Conditions générales de vente',
  excerpt: 'Commande, prix, paiement, délais, rétractation et garanties de nos prestations.',
  content: (facts) => `${saleArticles(facts)}\n\n${rightsArticles(facts)}`,
};

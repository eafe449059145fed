/** Frequently asked questions about the service. Plain keyboard French, typeset by `french()`. */
export const faqTexts: readonly {
  readonly category: string;
  readonly question: string;
  readonly answer: string;
  readonly details?: string;
}[] = [
  {
    category: 'Prestations',
    question: 'Quelle est la différence entre la correction et la réécriture ?',
    answer:
      "La correction porte sur l'orthographe, la grammaire, la syntaxe, la ponctuation et la typographie : votre texte reste le vôtre. La réécriture intervient sur le style, le rythme et la construction, toujours avec votre accord.",
    details:
      'La Correction Standard relève du premier cas. Le Pack Rédaction comprend un accompagnement sur le fond et sur la forme, chapitre par chapitre.',
  },
  {
    category: 'Prestations',
    question: 'Que comprend le Pack KDP ?',
    answer:
      'La mise en page intérieure de votre livre, sa couverture et les fichiers prêts à déposer sur Kindle Direct Publishing, en version brochée et en version numérique.',
    details:
      "Vous recevez un PDF d'impression, un fichier EPUB et une couverture aux dimensions demandées par KDP. Une relecture des épreuves est comprise.",
  },
  {
    category: 'Tarifs',
    question: "Comment le prix d'une correction est-il calculé ?",
    answer:
      "La Correction Standard coûte 2 € la page, toutes taxes comprises. Une page compte 1 500 caractères, espaces comprises : c'est le feuillet d'usage dans l'édition.",
    details:
      'Pour connaître votre nombre de pages, divisez par 1 500 le nombre de caractères, espaces comprises, que donne votre traitement de texte. Un manuscrit de 375 000 caractères compte ainsi 250 pages et coûte 500 €.',
  },
  {
    category: 'Tarifs',
    question: 'Quand et comment dois-je payer ?',
    answer:
      "Le paiement se fait en ligne, par carte bancaire, au moment de la commande. Le travail commence dès qu'il est reçu, et votre facture vous est envoyée aussitôt.",
    details: 'Le paiement est assuré par Stripe. Vos coordonnées bancaires ne passent jamais par nos serveurs.',
  },
  {
    category: 'Délais',
    question: 'Combien de temps faut-il pour corriger un manuscrit ?',
    answer:
      'Comptez de 7 à 10 jours ouvrés pour un manuscrit de 250 pages. Le délai dépend de la longueur du texte et de son état ; il vous est confirmé lorsque la personne qui vous corrige prend la commande en charge.',
    details:
      'Une échéance à respecter ? Indiquez-la dans vos consignes et choisissez la priorité qui convient : nous vous dirons franchement si elle est tenable.',
  },
  {
    category: 'Fichiers',
    question: 'Quels formats de fichier acceptez-vous ?',
    answer:
      "Les formats DOCX, ODT, RTF, TXT, Markdown, EPUB et PDF, jusqu'à 50 Mo. Pour une correction, préférez DOCX ou ODT : vous pourrez accepter ou refuser chaque modification.",
    details:
      'Un fichier PDF peut être corrigé, mais les remarques y sont portées en annotations, ce qui vous demandera de les reporter vous-même.',
  },
  {
    category: 'Confidentialité',
    question: 'Mon manuscrit est-il en sécurité chez vous ?',
    answer:
      "Oui. Chaque fichier est chiffré dès sa réception, avec une clé qui n'appartient qu'à lui. Seules la personne qui vous corrige et l'équipe qui suit votre commande peuvent l'ouvrir.",
    details:
      "Quiconque corrige pour nous est tenu à la confidentialité. Vous gardez tous vos droits d'auteur, et votre texte ne sert à entraîner aucune intelligence artificielle.",
  },
  {
    category: 'Suivi',
    question: 'Puis-je échanger avec la personne qui corrige mon texte ?',
    answer:
      "Oui, depuis votre espace : chaque commande a sa conversation. Posez vos questions, précisez vos intentions, discutez d'une correction ; vous recevez un message dès qu'on vous répond.",
    details: 'Après la livraison, la conversation reste ouverte pour vos questions sur les corrections.',
  },
];

import type { ObstacleKind } from '../platform/personal-data.ts';
import {
  admins,
  authorities,
  recipient,
  transferToUnitedStates,
  type PersonalDataTexts,
} from '../platform/personal-data-texts.ts';

export const paymentOpen: ObstacleKind = {
  code: 'PAYMENT_OPEN',
  ownToDo: {
    fr: 'Un paiement est en cours\u00a0: terminez-le, ou attendez qu’il expire.',
    en: 'A payment is under way: finish it, or wait until it expires.',
  },
  adminToDo: {
    fr: 'Un paiement est en cours\u00a0: attendez qu’il soit fait ou qu’il expire.',
    en: 'A payment is under way: wait until it is made or expires.',
  },
};

export const refundDue: ObstacleKind = {
  code: 'REFUND_DUE',
  ownToDo: {
    fr: 'Un remboursement vous est dû\u00a0: il doit d’abord être versé.',
    en: 'A refund is owed to you: it must be paid first.',
  },
  adminToDo: {
    fr: 'Un remboursement est dû à cette personne\u00a0: versez-le d’abord.',
    en: 'A refund is owed to this person: pay it first.',
  },
};

export const billingDataTexts: PersonalDataTexts = {
  records: {
    PAYMENTS: { fr: 'paiements', en: 'payments' },
    INVOICES: { fr: 'factures', en: 'invoices' },
    PAYMENT_METHODS: { fr: 'cartes enregistrées', en: 'saved cards' },
    BILLING_PROFILES: { fr: 'coordonnées de facturation', en: 'billing details' },
    INVOICE_DRAFTS: { fr: 'brouillons de factures', en: 'invoice drafts' },
    PLAN_SUBSCRIPTIONS: { fr: 'abonnements', en: 'plans' },
    QUOTES: { fr: 'devis', en: 'quotes' },
  },
  grounds: {
    ACCOUNTING_LAW: {
      fr: 'la loi impose de conserver les pièces comptables dix ans',
      en: 'the law requires accounts to be kept for ten years',
    },
  },
  tables: {
    billing_profile: { fr: 'coordonnées de facturation', en: 'billing details' },
    payment_customer: { fr: 'référence chez le prestataire de paiement', en: 'reference at the payment provider' },
    payment_method: { fr: 'cartes enregistrées', en: 'saved cards' },
    invoice: { fr: 'identité et adresse sur les factures', en: 'identity and address on invoices' },
    invoice_draft: {
      fr: 'notes et référence d’une facture en préparation',
      en: 'notes and reference of an invoice being written',
    },
    invoice_draft_line: { fr: 'prestations d’une facture en préparation', en: 'services of an invoice being written' },
    invoice_line: { fr: 'prestations facturées', en: 'services invoiced' },
    quote: { fr: 'destinataire et contenu des devis', en: 'recipient and content of quotes' },
    quote_line: { fr: 'prestations proposées', en: 'services offered' },
    quote_acceptance: {
      fr: 'nom, réseau et navigateur de qui accepte un devis',
      en: 'name, network and browser of who accepts a quote',
    },
    payment: {
      fr: 'références des paiements\u00a0; nom, adresses de qui paie sans compte',
      en: 'references of payments; name and addresses of who pays without an account',
    },
    refund: { fr: 'références des remboursements', en: 'references of refunds' },
    payment_reversal: { fr: 'motifs des paiements rejetés', en: 'reasons of payments that never came' },
    dispute: { fr: 'références des litiges', en: 'references of disputes' },
  },
  activities: {
    BILLING: {
      title: { fr: 'Paiements et factures', en: 'Payments and invoices' },
      purpose: {
        fr: 'Encaisser, facturer, rembourser et tenir la comptabilité.',
        en: 'Take payments, invoice, refund and keep accounts.',
      },
      basis: 'LEGAL_OBLIGATION',
      people: ['CUSTOMERS'],
      tables: [
        'billing_profile',
        'invoice',
        'invoice_draft',
        'invoice_draft_line',
        'invoice_line',
        'payment',
        'payment_customer',
        'payment_method',
        'quote',
        'quote_acceptance',
        'quote_line',
        'refund',
        'payment_reversal',
        'dispute',
      ],
      retention: [
        'INVOICES',
        'INVOICE_DRAFTS',
        'QUOTES',
        'ACCEPTED_QUOTES',
        'PAYMENTS',
        'UNPAID_PAYMENTS',
        'PLAN_SUBSCRIPTIONS',
        'INVOICE_LINKS',
        'PROVIDER_EVENTS',
        'RECONCILIATIONS',
      ],
      recipients: [admins, recipient({ fr: 'banques', en: 'banks' }), authorities],
      processors: ['STRIPE', 'FEEXPAY', 'VIES', 'SENDGRID'],
    },
  },
  processors: [
    {
      name: 'STRIPE',
      company: (_config, locale) =>
        locale === 'fr'
          ? 'Stripe Payments Europe, Limited (Dublin, Irlande)'
          : 'Stripe Payments Europe, Limited (Dublin, Ireland)',
      transfer: transferToUnitedStates,
      isInUse: ({ STRIPE_SECRET_KEY }) => STRIPE_SECRET_KEY !== undefined,
      purpose: { fr: 'encaisser les paiements par carte', en: 'take payments by card' },
    },
    {
      name: 'FEEXPAY',
      company: (_config, locale) => (locale === 'fr' ? 'FeexPay (Cotonou, Bénin)' : 'FeexPay (Cotonou, Benin)'),
      transfer: {
        fr: 'Bénin : nécessaire à l’exécution du contrat, à la demande de la personne (article 49, paragraphe 1, point b)',
        en: 'Benin: necessary for the contract, at the request of the person (article 49, paragraph 1, point b)',
      },
      isInUse: ({ FEEXPAY_TOKEN }) => FEEXPAY_TOKEN !== undefined,
      purpose: { fr: 'encaisser les paiements mobiles', en: 'take mobile payments' },
    },
    {
      name: 'VIES',
      company: (_config, locale) =>
        locale === 'fr' ? 'Commission européenne, service VIES (Bruxelles)' : 'European Commission, VIES (Brussels)',
      transfer: null,
      isInUse: ({ VIES }) => VIES,
      purpose: { fr: 'vérifier les numéros de TVA des entreprises', en: 'check the VAT numbers of businesses' },
    },
  ],
};

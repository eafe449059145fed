import type { ObstacleKind } from '../platform/personal-data.ts';
import { admins, recipient, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const orderUnfinished: ObstacleKind = {
  code: 'ORDER_UNFINISHED',
  ownToDo: {
    fr: 'Une commande payée n’est pas terminée\u00a0: attendez sa livraison, ou demandez son annulation.',
    en: 'A paid order is not finished: wait for its delivery, or ask for it to be cancelled.',
  },
  adminToDo: {
    fr: 'Une commande payée n’est pas terminée\u00a0: qu’elle soit livrée, ou annulée.',
    en: 'A paid order is not finished: it must be delivered, or cancelled.',
  },
};

export const orderAssigned: ObstacleKind = {
  code: 'ORDER_ASSIGNED',
  ownToDo: {
    fr: 'Un manuscrit vous est confié\u00a0: livrez-le, ou demandez qu’il soit confié à quelqu’un d’autre.',
    en: 'A manuscript is assigned to you: deliver it, or ask for it to be assigned to somebody else.',
  },
  adminToDo: {
    fr: 'Un manuscrit est confié à cette personne\u00a0: confiez-le à quelqu’un d’autre, ou attendez sa livraison.',
    en: 'A manuscript is assigned to this person: assign it to somebody else, or wait for its delivery.',
  },
};

export const ordersDataTexts: PersonalDataTexts = {
  records: {
    ORDERS: { fr: 'commandes', en: 'orders' },
    PROOFREADER_PROFILES: { fr: 'profils de correction', en: 'proofreader profiles' },
    GUEST_ORDERS: { fr: 'commandes sans compte', en: 'orders without an account' },
  },
  tables: {
    guest_order: {
      fr: 'nom, adresse, téléphone, titre et description des commandes sans compte',
      en: 'name, addresses, phone, title and description of orders without an account',
    },
    customer_order: { fr: 'titre, description et notes des commandes', en: 'title, description and notes of orders' },
    order_note: { fr: 'notes sur les commandes', en: 'notes about orders' },
    order_extension: {
      fr: 'motifs des demandes de délai, et réponses',
      en: 'reasons of requests for more time, and their answers',
    },
    delivery: {
      fr: 'mots, note et demandes de modification au sujet des livraisons',
      en: 'words, rating and requests for changes about deliveries',
    },
    proofreader_profile: {
      fr: 'pages par jour, langues, genres et spécialités des correcteurs',
      en: 'pages a day, languages, genres and specialities of proofreaders',
    },
    proofreader_absence: { fr: 'absences des correcteurs', en: 'absences of proofreaders' },
  },
  activities: {
    ORDERS: {
      title: { fr: 'Commandes et manuscrits', en: 'Orders and manuscripts' },
      purpose: {
        fr: 'Recevoir les manuscrits, les faire corriger et les livrer.',
        en: 'Receive manuscripts, have them proofread and deliver them.',
      },
      basis: 'CONTRACT',
      people: ['CUSTOMERS', 'STAFF', 'OTHERS'],
      tables: [
        'customer_order',
        'order_note',
        'order_extension',
        'delivery',
        'proofreader_profile',
        'proofreader_absence',
        'guest_order',
        'stored_file',
      ],
      retention: ['ORDERS', 'GUEST_ORDERS', 'MANUSCRIPTS', 'ORDER_EXPORTS', 'ORDER_RUNS'],
      recipients: [admins, recipient({ fr: 'relecteur de la commande', en: 'proofreader of the order' })],
      processors: [],
    },
  },
};

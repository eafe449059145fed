import { admins, recipient, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const messagingDataTexts: PersonalDataTexts = {
  records: {
    MESSAGES: { fr: 'messages', en: 'messages' },
    VISITORS: { fr: 'messages écrits sans compte', en: 'messages written without an account' },
  },
  tables: {
    conversation: { fr: 'sujets des conversations', en: 'subjects of conversations' },
    conversation_participant: { fr: 'brouillons', en: 'drafts' },
    message: { fr: 'messages', en: 'messages' },
    message_revision: { fr: 'messages avant leur modification', en: 'messages before they were edited' },
    visitor: { fr: 'personnes qui ont écrit sans compte', en: 'people who wrote without an account' },
    held_message: { fr: 'messages retenus', en: 'held messages' },
    form_block: { fr: 'adresses et sites bloqués', en: 'blocked addresses and sites' },
  },
  activities: {
    MESSAGING: {
      title: { fr: 'Messagerie', en: 'Messaging' },
      purpose: {
        fr: 'Permettre aux clients et à l’équipe de se parler, au sujet d’une commande ou d’autre chose.',
        en: 'Let customers and the team talk, about an order or something else.',
      },
      basis: 'CONTRACT',
      people: ['CUSTOMERS', 'STAFF', 'OTHERS'],
      tables: ['conversation', 'conversation_participant', 'message', 'message_revision'],
      retention: ['MESSAGES'],
      recipients: [admins, recipient({ fr: 'relecteur de la commande', en: 'proofreader of the order' })],
      processors: [],
    },
    PUBLIC_FORMS: {
      title: { fr: 'Formulaires publics', en: 'Public forms' },
      purpose: {
        fr: 'Répondre à qui écrit ou demande un échantillon gratuit sans compte, et écarter les messages indésirables.',
        en: 'Answer whoever writes or asks for a free sample without an account, and keep spam out.',
      },
      basis: 'LEGITIMATE_INTEREST',
      people: ['VISITORS', 'OTHERS'],
      tables: ['visitor', 'held_message', 'form_block'],
      retention: ['VISITORS', 'SPAM', 'FORM_BLOCKS'],
      recipients: [admins],
      processors: [],
    },
  },
};

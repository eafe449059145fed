import { admins, recipient, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const messagingDataTexts: PersonalDataTexts = {
  records: { MESSAGES: { fr: 'messages', en: 'messages' } },
  tables: {
    conversation: { fr: 'sujets des conversations', en: 'subjects of conversations' },
    message: { fr: 'messages', en: 'messages' },
  },
  activities: {
    MESSAGING: {
      title: { fr: 'Messagerie', en: 'Messaging' },
      purpose: {
        fr: 'Permettre aux clients et à l’équipe de se parler au sujet d’une commande.',
        en: 'Let customers and the team talk about an order.',
      },
      basis: 'CONTRACT',
      people: ['CUSTOMERS', 'STAFF', 'OTHERS'],
      tables: ['conversation', 'message'],
      retention: ['MESSAGES'],
      recipients: [admins, recipient({ fr: 'relecteur de la commande', en: 'proofreader of the order' })],
      processors: [],
    },
  },
};

import { admins, recipient, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const messagingDataTexts: PersonalDataTexts = {
  records: { MESSAGES: { fr: 'messages', en: 'messages' } },
  tables: {
    conversation: { fr: 'sujets des conversations', en: 'subjects of conversations' },
    conversation_participant: { fr: 'brouillons', en: 'drafts' },
    message: { fr: 'messages', en: 'messages' },
    message_revision: { fr: 'messages avant leur modification', en: 'messages before they were edited' },
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
  },
};

import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the other participants of a conversation when a message was written. */
export const newMessage = defineMail({
  name: 'new-message',
  about: 'MESSAGE',
  variables: {
    firstName: variable.text,
    senderName: variable.text,
    /** What the conversation is about. */
    orderTitle: variable.text,
    /** The beginning of the message; empty when it only has attachments. */
    excerpt: variable.text,
    conversationUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    senderName: 'Inès Marchand',
    orderTitle: 'Le Fil des jours',
    excerpt:
      'J’ai terminé les trois premiers chapitres.\nSouhaitez-vous garder le passé simple dans les lettres\u202f?',
    conversationUrl: 'https://www.example.org/conversations/0199c0de',
  },
});

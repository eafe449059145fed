import type { MailDefinition } from '../../notifications/index.ts';

/** Tells someone that a message waits for them in a conversation. */
export interface NewMessageMail {
  firstName: string;
  senderName: string;
  /** What the conversation is about. */
  orderTitle: string;
  /** The beginning of the message; empty when it only has attachments. */
  excerpt: string;
  conversationUrl: string;
}

export const newMessage: MailDefinition<'new-message', NewMessageMail> = {
  name: 'new-message',
  words: {
    fr: {
      subject: '{{senderName}} vous a écrit',
      preheader: 'Un nouveau message au sujet de «\u00a0{{orderTitle}}\u00a0» vous attend.',
      text: `Bonjour {{firstName}},

{{senderName}} vous a écrit au sujet de «\u00a0{{orderTitle}}\u00a0».
{{#if excerpt}}

{{quote excerpt}}
{{/if}}

Lire et répondre\u00a0:
{{conversationUrl}}

Merci de répondre depuis la conversation plutôt qu’à ce message\u00a0: tout y restera réuni.`,
    },
    en: {
      subject: '{{senderName}} wrote to you',
      preheader: 'A new message about “{{orderTitle}}” is waiting for you.',
      text: `Hello {{firstName}},

{{senderName}} wrote to you about “{{orderTitle}}”.
{{#if excerpt}}

{{quote excerpt}}
{{/if}}

Read and answer:
{{conversationUrl}}

Please answer in the conversation rather than to this mail: everything stays together there.`,
    },
  },
  sample: {
    firstName: 'Camille',
    senderName: 'Inès Marchand',
    orderTitle: 'Le Fil des jours',
    excerpt:
      'J’ai terminé les trois premiers chapitres.\nSouhaitez-vous garder le passé simple dans les lettres\u202f?',
    conversationUrl: 'https://www.example.org/conversations/0199c0de',
  },
};

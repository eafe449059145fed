import { admins, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const supportDataTexts: PersonalDataTexts = {
  records: { TICKETS: { fr: 'demandes d’assistance', en: 'support tickets' } },
  tables: {
    ticket: {
      fr: 'titre, description et avis des demandes d’assistance',
      en: 'title, description and opinion of support tickets',
    },
    ticket_tag: { fr: 'mots-clés des demandes d’assistance', en: 'tags of support tickets' },
  },
  activities: {
    TICKETS: {
      title: { fr: 'Assistance', en: 'Support' },
      purpose: {
        fr: 'Recevoir les demandes d’assistance, y répondre dans les délais et savoir si elles sont réglées.',
        en: 'Receive support tickets, answer them in time and know whether they are resolved.',
      },
      basis: 'CONTRACT',
      people: ['CUSTOMERS', 'STAFF', 'OTHERS'],
      tables: ['ticket', 'ticket_tag'],
      retention: ['TICKETS'],
      recipients: [admins],
      processors: [],
    },
  },
};

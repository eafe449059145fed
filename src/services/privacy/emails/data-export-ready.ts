import type { MailDefinition } from '../../notifications/index.ts';

/** Sent when the copy of somebody's data is ready: a link, never the data. */
export interface DataExportReadyMail {
  /** Empty for who has no account. */
  firstName: string;
  exportId: string;
  downloadUrl: string;
}

export const dataExportReady: MailDefinition<'data-export-ready', DataExportReadyMail, 'downloadUrl'> = {
  name: 'data-export-ready',
  late: ['downloadUrl'],
  words: {
    fr: {
      subject: 'La copie de vos données est prête',
      preheader: 'Le lien ne sert qu’une fois, pendant 24 heures.',
      text: `Bonjour{{#if firstName}} {{firstName}}{{/if}},

La copie de vos données {{brand}} que vous avez demandée est prête\u00a0:
{{downloadUrl}}

Ce lien ne sert qu’une fois, pendant 24\u00a0heures. Ensuite, la copie est détruite. {{#if firstName}}Si vous n’avez rien demandé, changez votre mot de passe.{{/if}}

Numéro de la demande\u00a0: {{exportId}}`,
    },
    en: {
      subject: 'The copy of your data is ready',
      preheader: 'The link works once, for 24 hours.',
      text: `Hello{{#if firstName}} {{firstName}}{{/if}},

The copy of your {{brand}} data that you asked for is ready:
{{downloadUrl}}

This link works once, for 24 hours. Then the copy is destroyed. {{#if firstName}}If you did not ask for it, change your password.{{/if}}

Number of the request: {{exportId}}`,
    },
  },
  sample: {
    firstName: 'Camille',
    exportId: '01999999-9999-7999-8999-999999999999',
    downloadUrl: 'https://www.example.org/privacy/exports/01999999-9999-7999-8999-999999999999?token=Zm9v',
  },
};

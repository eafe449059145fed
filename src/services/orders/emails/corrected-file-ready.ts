import type { MailDefinition } from '../../notifications/index.ts';

/** Tells the customer that the corrected file can be downloaded. */
export interface CorrectedFileReadyMail {
  firstName: string;
  proofreaderName: string;
  /** What people call the order by. */
  orderReference: string;
  orderTitle: string;
  orderUrl: string;
}

export const correctedFileReady: MailDefinition<'corrected-file-ready', CorrectedFileReadyMail> = {
  name: 'corrected-file-ready',
  words: {
    fr: {
      subject: 'Votre fichier corrigé est prêt\u00a0: {{orderTitle}}',
      preheader: 'La correction de «\u00a0{{orderTitle}}\u00a0» est terminée.',
      text: `Bonjour {{firstName}},

La correction de «\u00a0{{orderTitle}}\u00a0» est terminée (commande {{orderReference}}). Le fichier vous attend dans votre espace.

Voir le fichier corrigé\u00a0:
{{orderUrl}}

Une remarque, une hésitation sur une correction\u202f? Répondez dans la conversation de la commande\u00a0: {{proofreaderName}} vous lira.`,
    },
    en: {
      subject: 'Your corrected file is ready: {{orderTitle}}',
      preheader: 'The proofreading of “{{orderTitle}}” is complete.',
      text: `Hello {{firstName}},

The proofreading of “{{orderTitle}}” is complete (order {{orderReference}}). The file is waiting for you in your space.

See the corrected file:
{{orderUrl}}

A remark, or a doubt about a correction? Answer in the order’s conversation: {{proofreaderName}} will see it.`,
    },
  },
  sample: {
    firstName: 'Camille',
    proofreaderName: 'Inès Marchand',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    orderUrl: 'https://www.example.org/commandes/SL-2026-0042',
  },
};

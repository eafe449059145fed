import { admins, type PersonalDataTexts } from '../personal-data-texts.ts';

export const platformDataTexts: PersonalDataTexts = {
  records: { JOBS: { fr: 'traces techniques', en: 'technical traces' } },
  tables: {
    job: { fr: 'paramètres des tâches', en: 'parameters of jobs' },
    outbox_event: { fr: 'contenu des événements', en: 'content of events' },
  },
  activities: {
    OPERATION: {
      title: { fr: 'Exploitation', en: 'Operation' },
      purpose: {
        fr: 'Exécuter les tâches de fond et les reprendre après une panne.',
        en: 'Run background jobs and resume them after a failure.',
      },
      basis: 'LEGITIMATE_INTEREST',
      people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
      tables: ['job', 'outbox_event'],
      retention: ['JOBS', 'EVENTS', 'STATS_REPORTS'],
      recipients: [admins],
      processors: [],
    },
  },
};

import type { PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const auditDataTexts: PersonalDataTexts = {
  records: { JOURNAL: { fr: 'lignes du journal d’activité', en: 'entries of the audit log' } },
  grounds: {
    SECURITY_JOURNAL: {
      fr: 'journal d’activité, sans nom ni adresse',
      en: 'audit log, without name or address',
    },
  },
  tables: {
    audit_entry: {
      fr: 'auteur, réseau tronqué et programme des actions',
      en: 'actor, truncated network and program of actions',
    },
  },
};

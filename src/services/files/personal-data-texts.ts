import type { PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const filesDataTexts: PersonalDataTexts = {
  records: { FILES: { fr: 'fichiers', en: 'files' } },
  tables: {
    stored_file: { fr: 'fichiers, leurs noms et leurs empreintes', en: 'files, their names and fingerprints' },
  },
};

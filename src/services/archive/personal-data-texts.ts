import { admins, recipient, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const archiveDataTexts: PersonalDataTexts = {
  records: {
    CABINET_PLACES: { fr: 'accès aux armoires', en: 'places in cabinets' },
    UPLOADS: { fr: 'envois vers les armoires', en: 'uploads to cabinets' },
    DOCUMENT_RUNS: { fr: 'actions groupées sur des documents', en: 'actions on many documents' },
    DOCUMENT_VERSIONS: { fr: 'documents ajoutés aux armoires', en: 'documents added to cabinets' },
  },
  tables: {
    cabinet_member: {
      fr: 'accès aux armoires, adresses invitées et motifs d’entrée des administrateurs',
      en: 'places in cabinets, invited addresses and reasons of admins who entered',
    },
    upload_session: {
      fr: 'envois vers les armoires\u00a0: noms et empreintes des fichiers',
      en: 'uploads to cabinets: names and fingerprints of the files',
    },
    upload_segment: {
      fr: 'parties d’envois en cours, avec leurs empreintes',
      en: 'parts of uploads under way, with their fingerprints',
    },
  },
  activities: {
    ARCHIVE: {
      title: { fr: 'Armoires de documents', en: 'Cabinets of documents' },
      purpose: {
        fr: 'Conserver les documents des armoires, savoir qui peut les lire et qui les a ajoutés.',
        en: 'Keep the documents of cabinets, and know who may read them and who added them.',
      },
      basis: 'CONTRACT',
      people: ['CUSTOMERS', 'STAFF'],
      tables: ['cabinet_member', 'upload_session', 'upload_segment'],
      retention: ['UPLOADS', 'DOCUMENT_RUNS'],
      recipients: [admins, recipient({ fr: 'membres de l’armoire', en: 'members of the cabinet' })],
      processors: ['SENDGRID'],
    },
  },
};

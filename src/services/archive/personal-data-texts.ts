import { admins, recipient, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const archiveDataTexts: PersonalDataTexts = {
  records: {
    CABINET_PLACES: { fr: 'accès aux armoires', en: 'places in cabinets' },
    DOCUMENT_VERSIONS: { fr: 'documents ajoutés aux armoires', en: 'documents added to cabinets' },
  },
  tables: {
    cabinet_member: {
      fr: 'accès aux armoires, adresses invitées et motifs d’entrée des administrateurs',
      en: 'places in cabinets, invited addresses and reasons of admins who entered',
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
      tables: ['cabinet_member'],
      retention: [],
      recipients: [admins, recipient({ fr: 'membres de l’armoire', en: 'members of the cabinet' })],
      processors: ['SENDGRID'],
    },
  },
};

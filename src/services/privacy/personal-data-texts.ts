import { admins, authorities, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const privacyDataTexts: PersonalDataTexts = {
  records: {
    EXPORTS: { fr: 'copies de vos données', en: 'copies of your data' },
    REQUESTS: { fr: 'demandes', en: 'requests' },
  },
  tables: {
    privacy_request: { fr: 'demandes et réponses', en: 'requests and answers' },
    data_export: { fr: 'adresse à laquelle part une copie', en: 'address to which a copy is sent' },
    address_proof: { fr: 'adresses prouvées', en: 'proven addresses' },
    legal_hold: { fr: 'motifs de conservation', en: 'reasons for keeping evidence' },
  },
  activities: {
    RIGHTS: {
      title: { fr: 'Consentements et droits des personnes', en: 'Consents and rights of people' },
      purpose: {
        fr: 'Prouver les consentements, répondre aux demandes, conserver les preuves utiles à un litige.',
        en: 'Prove consents, answer requests, keep evidence for a dispute.',
      },
      basis: 'LEGAL_OBLIGATION',
      people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
      tables: ['consent_record', 'privacy_request', 'data_export', 'address_proof', 'legal_hold'],
      retention: ['CONSENTS', 'REQUESTS', 'RECEIPTS', 'EXPORTS', 'ADDRESS_PROOFS', 'LEGAL_HOLDS', 'RETENTION_RUNS'],
      recipients: [admins, authorities],
      processors: ['SENDGRID'],
    },
  },
  processors: [
    {
      name: 'HOST',
      company: ({ HOSTING_PROVIDER }) => HOSTING_PROVIDER ?? '',
      transfer: null,
      isInUse: ({ HOSTING_PROVIDER }) => HOSTING_PROVIDER !== undefined,
      purpose: { fr: 'héberger les serveurs et les sauvegardes', en: 'host the servers and their backups' },
    },
  ],
};

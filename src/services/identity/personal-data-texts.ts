import type { ObstacleKind } from '../platform/personal-data.ts';
import {
  admins,
  authorities,
  type Activity,
  type PersonalDataTexts,
  type Recipient,
} from '../platform/personal-data-texts.ts';

export const lastAdmin: ObstacleKind = {
  code: 'LAST_ADMIN',
  ownToDo: {
    fr: 'Vous êtes la dernière personne qui administre l’application\u00a0: désignez-en d’abord une autre.',
    en: 'You are the last admin: appoint somebody else first.',
  },
  adminToDo: {
    fr: 'C’est la dernière personne qui administre l’application\u00a0: désignez-en d’abord une autre.',
    en: 'This is the last admin: appoint somebody else first.',
  },
};

/** The providers that people may sign in with are responsible for what they do themselves. */
const signInProviders: Recipient = {
  text: ({ GOOGLE_CLIENT_ID, MICROSOFT_CLIENT_ID }, locale) => {
    const names = [GOOGLE_CLIENT_ID && 'Google', MICROSOFT_CLIENT_ID && 'Microsoft'].filter(Boolean);
    const title = locale === 'fr' ? 'fournisseurs de connexion' : 'sign-in providers';
    return names.length === 0 ? null : `${title} (${names.join(', ')})`;
  },
};

const accounts: Activity = {
  title: { fr: 'Comptes', en: 'Accounts' },
  purpose: {
    fr: 'Ouvrir et tenir les comptes, vérifier les adresses, permettre de se connecter.',
    en: 'Open and keep accounts, verify addresses, let people sign in.',
  },
  basis: 'CONTRACT',
  people: ['CUSTOMERS', 'STAFF'],
  tables: ['user', 'identity', 'oauth_flow', 'one_time_token', 'pending_registration'],
  retention: ['UNUSED_ACCOUNTS', 'TOKENS', 'PENDING_REGISTRATIONS', 'PROVIDER_TRIPS'],
  recipients: [admins, signInProviders],
  processors: ['SENDGRID'],
};

const security: Activity = {
  title: { fr: 'Sécurité et journal d’activité', en: 'Security and audit log' },
  purpose: {
    fr: 'Protéger les comptes et les données, savoir qui a fait quoi, détecter les intrusions.',
    en: 'Protect accounts and data, know who did what, detect intrusions.',
  },
  basis: 'LEGITIMATE_INTEREST',
  people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
  tables: ['session', 'passkey', 'two_factor', 'trusted_device', 'audit_entry'],
  retention: [
    'SESSIONS',
    'LOGIN_THROTTLES',
    'PASSKEY_CHALLENGES',
    'FACTOR_CHALLENGES',
    'TRUSTED_DEVICES',
    'UNCONFIRMED_FACTORS',
    'EXTRACTS',
    'JOURNAL',
  ],
  recipients: [admins, authorities],
  processors: ['SENDGRID', 'TWILIO'],
};

export const identityDataTexts: PersonalDataTexts = {
  records: {
    TOKENS: { fr: 'jetons', en: 'tokens' },
    SESSIONS: { fr: 'sessions', en: 'sessions' },
    CONSENTS: { fr: 'consentements', en: 'consents' },
    ACCOUNT: { fr: 'compte', en: 'account' },
  },
  grounds: {
    PROOF_OF_CONSENT: {
      fr: 'preuve de vos choix, conservée cinq ans',
      en: 'proof of your choices, kept for five years',
    },
  },
  tables: {
    user: { fr: 'identité, coordonnées et présentation', en: 'identity, contact details and presentation' },
    identity: {
      fr: 'identifiant et adresse chez le fournisseur de connexion',
      en: 'identifier and address at the sign-in provider',
    },
    oauth_flow: {
      fr: 'ce que le fournisseur de connexion atteste',
      en: 'what the sign-in provider attests',
    },
    one_time_token: { fr: 'adresses à vérifier', en: 'addresses to verify' },
    pending_registration: {
      fr: 'identité et coordonnées des inscriptions non confirmées',
      en: 'identity and contact details of unconfirmed registrations',
    },
    session: { fr: 'réseau tronqué et appareil des connexions', en: 'truncated network and device of sessions' },
    passkey: { fr: 'nom et identifiant des clés d’accès', en: 'name and identifier of passkeys' },
    two_factor: { fr: 'numéro de téléphone du second facteur', en: 'phone number of the second factor' },
    trusted_device: {
      fr: 'réseau tronqué et nom des appareils de confiance',
      en: 'truncated network and name of trusted devices',
    },
    consent_record: { fr: 'consentements, date et réseau tronqué', en: 'consents, date and truncated network' },
  },
  activities: { ACCOUNTS: accounts, SECURITY: security },
};

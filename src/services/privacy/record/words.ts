import type { Locale } from '../../kernel/locale.ts';
import type { RetentionClassName } from '../../kernel/retention.ts';
import type { ActivityName, LegalBasis, PeopleCategory, RecipientCategory } from './activities.ts';

type Said<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

export const activityWords: Readonly<
  Record<Locale, Readonly<Record<ActivityName, { readonly title: string; readonly purpose: string }>>>
> = {
  fr: {
    ACCOUNTS: {
      title: 'Comptes',
      purpose: 'Ouvrir et tenir les comptes, vérifier les adresses, permettre de se connecter.',
    },
    SECURITY: {
      title: 'Sécurité et journal',
      purpose: 'Protéger les comptes et les données, savoir qui a fait quoi, détecter les intrusions.',
    },
    ORDERS: { title: 'Commandes et manuscrits', purpose: 'Recevoir les manuscrits, les faire corriger et les livrer.' },
    MESSAGING: {
      title: 'Messagerie',
      purpose: 'Permettre aux clients et à l’équipe de se parler au sujet d’une commande.',
    },
    NOTIFICATIONS: { title: 'Notifications et e-mails', purpose: 'Prévenir les personnes de ce qui les concerne.' },
    BILLING: { title: 'Paiements et factures', purpose: 'Encaisser, facturer, rembourser et tenir la comptabilité.' },
    RIGHTS: {
      title: 'Consentements et droits des personnes',
      purpose: 'Prouver les consentements, répondre aux demandes, conserver les preuves utiles à un litige.',
    },
    OPERATION: { title: 'Exploitation', purpose: 'Exécuter les tâches de fond et les reprendre après une panne.' },
  },
  en: {
    ACCOUNTS: { title: 'Accounts', purpose: 'Open and keep accounts, prove addresses, let people sign in.' },
    SECURITY: {
      title: 'Security and journal',
      purpose: 'Protect accounts and data, know who did what, notice intrusions.',
    },
    ORDERS: { title: 'Orders and manuscripts', purpose: 'Receive manuscripts, have them proofread and deliver them.' },
    MESSAGING: { title: 'Messaging', purpose: 'Let customers and the team talk about an order.' },
    NOTIFICATIONS: { title: 'Notifications and e-mails', purpose: 'Tell people what concerns them.' },
    BILLING: { title: 'Payments and invoices', purpose: 'Take payments, invoice, refund and keep accounts.' },
    RIGHTS: {
      title: 'Consents and rights of people',
      purpose: 'Prove consents, answer requests, keep evidence for a dispute.',
    },
    OPERATION: { title: 'Operation', purpose: 'Do the work behind the scenes, and take it up again after a failure.' },
  },
};

export const basisWords: Said<LegalBasis> = {
  fr: {
    CONTRACT: 'exécution d’un contrat (RGPD, article 6, paragraphe 1, point b)',
    LEGAL_OBLIGATION: 'obligation légale (RGPD, article 6, paragraphe 1, point c)',
    LEGITIMATE_INTEREST: 'intérêt légitime (RGPD, article 6, paragraphe 1, point f)',
  },
  en: {
    CONTRACT: 'performance of a contract (GDPR, article 6(1)(b))',
    LEGAL_OBLIGATION: 'legal obligation (GDPR, article 6(1)(c))',
    LEGITIMATE_INTEREST: 'legitimate interest (GDPR, article 6(1)(f))',
  },
};

export const peopleWords: Said<PeopleCategory> = {
  fr: {
    CUSTOMERS: 'clients',
    STAFF: 'équipe',
    VISITORS: 'visiteurs sans compte',
    OTHERS: 'tiers dont parlent les textes et les messages',
  },
  en: {
    CUSTOMERS: 'customers',
    STAFF: 'team',
    VISITORS: 'visitors without an account',
    OTHERS: 'others whom texts and messages speak of',
  },
};

export const recipientWords: Said<RecipientCategory> = {
  fr: {
    ADMINS: 'administrateurs',
    PROOFREADERS: 'relecteur de la commande',
    SIGN_IN_PROVIDERS: 'fournisseurs de connexion',
    BANKS: 'banques',
    AUTHORITIES: 'autorités, sur demande légale',
  },
  en: {
    ADMINS: 'admins',
    PROOFREADERS: 'proofreader of the order',
    SIGN_IN_PROVIDERS: 'sign-in providers',
    BANKS: 'banks',
    AUTHORITIES: 'authorities, when the law asks',
  },
};

/** What each table with personal columns holds, as a person would say it. */
export const dataWords: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: {
    user: 'identité, coordonnées et présentation',
    identity: 'identifiant et adresse chez le fournisseur de connexion',
    oauth_flow: 'ce que le fournisseur de connexion atteste',
    one_time_token: 'adresses à vérifier',
    pending_registration: 'identité et coordonnées des inscriptions non confirmées',
    session: 'réseau tronqué et appareil des connexions',
    passkey: 'nom et identifiant des clés d’accès',
    two_factor: 'numéro de téléphone du second facteur',
    trusted_device: 'réseau tronqué et nom des appareils de confiance',
    audit_entry: 'auteur, réseau tronqué et programme des actes',
    customer_order: 'titre, description et notes des commandes',
    stored_file: 'fichiers, leurs noms et leurs empreintes',
    conversation: 'sujets des conversations',
    message: 'messages',
    notification: 'notifications',
    email_delivery: 'adresses et contenu des e-mails',
    invoice: 'identité et adresse sur les factures',
    invoice_line: 'prestations facturées',
    payment: 'références des paiements',
    consent_record: 'consentements, date et réseau tronqué',
    privacy_request: 'demandes et réponses',
    data_export: 'adresse à laquelle part une copie',
    address_proof: 'adresses prouvées',
    legal_hold: 'motifs de conservation',
    job: 'paramètres des tâches',
    outbox_event: 'contenu des événements',
  },
  en: {
    user: 'identity, contact details and presentation',
    identity: 'identifier and address at the sign-in provider',
    oauth_flow: 'what the sign-in provider attests',
    one_time_token: 'addresses to prove',
    pending_registration: 'identity and contact details of unconfirmed registrations',
    session: 'truncated network and device of sessions',
    passkey: 'name and identifier of passkeys',
    two_factor: 'phone number of the second factor',
    trusted_device: 'truncated network and name of trusted devices',
    audit_entry: 'author, truncated network and program of deeds',
    customer_order: 'title, description and notes of orders',
    stored_file: 'files, their names and fingerprints',
    conversation: 'subjects of conversations',
    message: 'messages',
    notification: 'notifications',
    email_delivery: 'addresses and content of e-mails',
    invoice: 'identity and address on invoices',
    invoice_line: 'services invoiced',
    payment: 'references of payments',
    consent_record: 'consents, date and truncated network',
    privacy_request: 'requests and answers',
    data_export: 'address to which a copy goes',
    address_proof: 'proven addresses',
    legal_hold: 'reasons for keeping evidence',
    job: 'parameters of jobs',
    outbox_event: 'content of events',
  },
};

export const retentionWords: Said<RetentionClassName> = {
  fr: {
    SESSIONS: 'sessions terminées',
    TOKENS: 'jetons périmés',
    PENDING_REGISTRATIONS: 'inscriptions non confirmées',
    LOGIN_THROTTLES: 'tentatives de connexion',
    PROVIDER_TRIPS: 'connexions par un fournisseur',
    PASSKEY_CHALLENGES: 'défis de clés d’accès',
    FACTOR_CHALLENGES: 'défis de second facteur',
    ADDRESS_PROOFS: 'preuves d’adresse périmées',
    TRUSTED_DEVICES: 'appareils de confiance périmés',
    UNCONFIRMED_FACTORS: 'seconds facteurs non confirmés',
    CONSENTS: 'consentements d’un compte effacé',
    NOTIFICATIONS: 'notifications lues',
    OLD_NOTIFICATIONS: 'notifications',
    MAILS: 'e-mails envoyés',
    MESSAGES: 'conversations closes',
    MANUSCRIPTS: 'manuscrits, après la commande',
    ORDERS: 'textes des commandes, après leur fin',
    PAYMENTS: 'paiements',
    UNPAID_PAYMENTS: 'paiements non aboutis',
    INVOICES: 'factures',
    PROVIDER_EVENTS: 'événements du prestataire de paiement',
    EXPORTS: 'demandes de copie',
    REQUESTS: 'registre des demandes',
    RECEIPTS: 'reçus d’effacement',
    LEGAL_HOLDS: 'conservations levées',
    RETENTION_RUNS: 'passages de la purge',
    EVENTS: 'événements traités',
    JOBS: 'tâches terminées',
    UNUSED_ACCOUNTS: 'comptes jamais activés',
    EXTRACTS: 'extraits du journal',
    JOURNAL: 'journal',
  },
  en: {
    SESSIONS: 'ended sessions',
    TOKENS: 'expired tokens',
    PENDING_REGISTRATIONS: 'unconfirmed registrations',
    LOGIN_THROTTLES: 'attempts to sign in',
    PROVIDER_TRIPS: 'trips to a provider',
    PASSKEY_CHALLENGES: 'passkey challenges',
    FACTOR_CHALLENGES: 'second-factor challenges',
    ADDRESS_PROOFS: 'expired proofs of address',
    TRUSTED_DEVICES: 'expired trusted devices',
    UNCONFIRMED_FACTORS: 'unconfirmed second factors',
    CONSENTS: 'consents of an erased account',
    NOTIFICATIONS: 'read notifications',
    OLD_NOTIFICATIONS: 'notifications',
    MAILS: 'sent e-mails',
    MESSAGES: 'conversations that are over',
    MANUSCRIPTS: 'manuscripts, after the order',
    ORDERS: 'texts of orders, after their end',
    PAYMENTS: 'payments',
    UNPAID_PAYMENTS: 'unpaid payments',
    INVOICES: 'invoices',
    PROVIDER_EVENTS: 'events of the payment provider',
    EXPORTS: 'requests for a copy',
    REQUESTS: 'register of requests',
    RECEIPTS: 'receipts of erasure',
    LEGAL_HOLDS: 'released holds',
    RETENTION_RUNS: 'runs of retention',
    EVENTS: 'handled events',
    JOBS: 'finished jobs',
    UNUSED_ACCOUNTS: 'accounts never activated',
    EXTRACTS: 'extracts of the journal',
    JOURNAL: 'journal',
  },
};

/** Article 32, as the house does it; where, docs/security.md says. */
export const measures: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    'Fichiers chiffrés en AES-256, chacun sous sa propre clé, elle-même chiffrée\u202f; détruire la clé détruit le fichier.',
    'Mots de passe hachés par bcrypt\u202f; second facteur et clés d’accès.',
    'Accès refusé par défaut\u202f; preuve récente exigée pour les actes sensibles.',
    'Journal inaltérable, chaîné et signé, contrôlé chaque nuit.',
    'Adresses de réseau tronquées\u202f; secrets absents des traces.',
    'Effacement par destruction des clés, purge selon les durées ci-dessus, conservation légale prioritaire.',
  ],
  en: [
    'Files sealed with AES-256, each under a key of its own, itself sealed; destroying the key destroys the file.',
    'Passwords hashed with bcrypt; second factors and passkeys.',
    'Access is refused by default; sensitive deeds ask for a fresh proof.',
    'A journal that cannot be altered unnoticed, chained and signed, checked every night.',
    'Network addresses truncated; no secrets in logs.',
    'Erasure by destroying keys, retention by the periods above, legal holds above all.',
  ],
};

/** What stands between a name and what is said of it. */
export const colon: Readonly<Record<Locale, string>> = { fr: '\u00a0: ', en: ': ' };

const span = (count: number, [one, many]: readonly [string, string]): string =>
  `${count}\u00a0${count === 1 ? one : many}`;

/** Days as people say them: whole years where they are. */
export function periodWords(days: number, locale: Locale): string {
  const [year, day] =
    locale === 'fr'
      ? ([
          ['an', 'ans'],
          ['jour', 'jours'],
        ] as const)
      : ([
          ['year', 'years'],
          ['day', 'days'],
        ] as const);
  const years = Math.floor(days / 365);
  // Ten years are 3,652 or 3,653 days.
  return years >= 1 && days - years * 365 <= Math.ceil(years / 4) ? span(years, year) : span(days, day);
}

export const recordWords = {
  fr: {
    title: 'Registre des activités de traitement',
    subtitle: 'RGPD, article 30',
    controller: 'Responsable du traitement',
    officer: 'Délégué à la protection des données',
    none: 'aucun désigné',
    purpose: 'Finalité',
    basis: 'Base légale',
    people: 'Personnes concernées',
    data: 'Données',
    recipients: 'Destinataires',
    processors: 'Sous-traitants',
    transfers: 'Transferts hors de l’Union européenne',
    retention: 'Durées de conservation',
    measures: 'Mesures de sécurité (RGPD, article 32)',
    noTransfer: 'aucun',
    noProcessor: 'aucun',
    madeOn: 'Édité le',
    continued: '(suite)',
  },
  en: {
    title: 'Record of processing activities',
    subtitle: 'GDPR, article 30',
    controller: 'Controller',
    officer: 'Data protection officer',
    none: 'none appointed',
    purpose: 'Purpose',
    basis: 'Legal basis',
    people: 'People concerned',
    data: 'Data',
    recipients: 'Recipients',
    processors: 'Processors',
    transfers: 'Transfers outside the European Union',
    retention: 'Periods of retention',
    measures: 'Security measures (GDPR, article 32)',
    noTransfer: 'none',
    noProcessor: 'none',
    madeOn: 'Made on',
    continued: '(continued)',
  },
} as const;

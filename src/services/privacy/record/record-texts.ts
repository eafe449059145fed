import type { Locale } from '../../kernel/locale.ts';
import type { LegalBasis, PeopleCategory } from '../../kernel/processing.ts';

type TextsFor<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

export const basisTexts: TextsFor<LegalBasis> = {
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

export const peopleTexts: TextsFor<PeopleCategory> = {
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
    OTHERS: 'others mentioned in texts and messages',
  },
};

/** Article 32; docs/security.md says where each measure is. */
export const securityMeasures: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    'Fichiers chiffrés en AES-256, chacun sous sa propre clé, elle-même chiffrée\u202f; détruire la clé détruit le fichier.',
    'Mots de passe hachés par bcrypt\u202f; second facteur et clés d’accès.',
    'Accès refusé par défaut\u202f; réauthentification récente exigée pour les actions sensibles.',
    'Journal d’activité inaltérable, chaîné et signé, contrôlé chaque nuit.',
    'Adresses de réseau tronquées\u202f; secrets absents des traces.',
    'Effacement par destruction des clés, purge selon les durées ci-dessus, conservation légale prioritaire.',
  ],
  en: [
    'Files sealed with AES-256, each under a key of its own, itself sealed; destroying the key destroys the file.',
    'Passwords hashed with bcrypt; second factors and passkeys.',
    'Access is refused by default; sensitive actions require a recent reauthentication.',
    'A tamper-evident audit log, chained and signed, verified every night.',
    'Network addresses truncated; no secrets in logs.',
    'Erasure by destroying keys, retention by the periods above, legal holds take precedence.',
  ],
};

/** Between a name and its description. */
export const colon: Readonly<Record<Locale, string>> = { fr: '\u00a0: ', en: ': ' };

const span = (count: number, [one, many]: readonly [string, string]): string =>
  `${count}\u00a0${count === 1 ? one : many}`;

/** A number of days, in years when they are whole. */
export function periodText(days: number, locale: Locale): string {
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

export const recordTexts = {
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

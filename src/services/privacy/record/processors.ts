import type { Config } from '../../platform/config.ts';
import type { Locale } from '../../kernel/locale.ts';

/** Whom the house has work on its behalf (GDPR, article 28). */
export const processorNames = ['STRIPE', 'SENDGRID', 'TWILIO', 'HOST'] as const;
export type ProcessorName = (typeof processorNames)[number];

/** What makes a transfer outside the European Union lawful (chapter V). */
export type Safeguard = Readonly<Record<Locale, string>>;

interface Known {
  /** Legal name and place; the host's is a setting. */
  readonly company: Readonly<Record<Locale, string>>;
  readonly purpose: Readonly<Record<Locale, string>>;
  /** Null: nothing leaves the European Union, as far as the house knows. */
  readonly transfer: Safeguard | null;
  readonly isInUse: (config: Config) => boolean;
}

/** Decision (EU) 2023/1795 of 10 July 2023, and decision (EU) 2021/914 on standard contractual clauses. */
const toTheUnitedStates: Safeguard = {
  fr: 'États-Unis\u00a0: décision d’adéquation (UE) 2023/1795 et clauses contractuelles types (UE) 2021/914',
  en: 'United States: adequacy decision (EU) 2023/1795 and standard contractual clauses (EU) 2021/914',
};

/** Each one is a processor of this house only while it is set up to use it. */
export const processors: Readonly<Record<ProcessorName, Known>> = {
  STRIPE: {
    company: {
      fr: 'Stripe Payments Europe, Limited (Dublin, Irlande)',
      en: 'Stripe Payments Europe, Limited (Dublin, Ireland)',
    },
    transfer: toTheUnitedStates,
    isInUse: ({ STRIPE_SECRET_KEY }) => STRIPE_SECRET_KEY !== undefined,
    purpose: { fr: 'encaisser les paiements par carte', en: 'take payments by card' },
  },
  SENDGRID: {
    company: {
      fr: 'Twilio Inc., SendGrid (San Francisco, États-Unis)',
      en: 'Twilio Inc., SendGrid (San Francisco, United States)',
    },
    transfer: toTheUnitedStates,
    isInUse: ({ SENDGRID_API_KEY }) => SENDGRID_API_KEY !== undefined,
    purpose: { fr: 'acheminer les e-mails', en: 'deliver e-mails' },
  },
  TWILIO: {
    company: { fr: 'Twilio Inc. (San Francisco, États-Unis)', en: 'Twilio Inc. (San Francisco, United States)' },
    transfer: toTheUnitedStates,
    isInUse: ({ TWILIO_ACCOUNT_SID }) => TWILIO_ACCOUNT_SID !== undefined,
    purpose: { fr: 'acheminer les SMS', en: 'deliver text messages' },
  },
  HOST: {
    company: { fr: '', en: '' },
    transfer: null,
    isInUse: ({ HOSTING_PROVIDER }) => HOSTING_PROVIDER !== undefined,
    purpose: { fr: 'héberger les serveurs et les sauvegardes', en: 'host the servers and their backups' },
  },
};

/** A processor that the house uses now. */
export interface ProcessorRow {
  readonly name: ProcessorName;
  readonly company: string;
  readonly purpose: string;
  readonly transfer: string | null;
}

export const processorsInUse = (config: Config, locale: Locale): ProcessorRow[] =>
  processorNames
    .filter((name) => processors[name].isInUse(config))
    .map((name) => {
      const { company, purpose, transfer } = processors[name];
      return {
        name,
        company: name === 'HOST' ? (config.HOSTING_PROVIDER ?? '') : company[locale],
        purpose: purpose[locale],
        transfer: transfer?.[locale] ?? null,
      };
    });

export const signInProvidersInUse = ({ GOOGLE_CLIENT_ID, MICROSOFT_CLIENT_ID }: Config): string[] =>
  [GOOGLE_CLIENT_ID && 'Google', MICROSOFT_CLIENT_ID && 'Microsoft'].filter((name): name is string => Boolean(name));

import type { Locale } from '../../kernel/locale.ts';
import type { RetentionClassName } from '../../kernel/retention.ts';
import type { Config } from '../../platform/config.ts';
import { periodsOf } from '../../platform/retention.ts';
import type { Operation, AppContext } from '../../platform/context.ts';
import {
  activities,
  activityNames,
  type Activity,
  type ActivityName,
  type LegalBasis,
  type PeopleCategory,
  type RecipientCategory,
} from './activities.ts';
import { processorsInUse, signInProvidersInUse, type ProcessorRow } from './processors.ts';
import {
  activityWords,
  basisWords,
  dataWords,
  measures,
  peopleWords,
  recipientWords,
  retentionWords,
} from './words.ts';

/** Who decides what is done with the data. */
export interface Controller {
  readonly name: string;
  readonly legalForm: string;
  readonly address: readonly string[];
  readonly siret: string;
  readonly email: string;
  /** Null where none was appointed. */
  readonly dataProtectionOfficer: string | null;
}

export interface RetentionPeriod {
  readonly recordClass: RetentionClassName;
  readonly description: string;
  /** In force now. */
  readonly days: number;
}

export interface ProcessingActivity {
  readonly name: ActivityName;
  readonly title: string;
  readonly purpose: string;
  readonly basis: LegalBasis;
  readonly basisText: string;
  readonly people: readonly PeopleCategory[];
  readonly peopleTexts: readonly string[];
  readonly data: readonly string[];
  readonly recipients: readonly RecipientCategory[];
  readonly recipientTexts: readonly string[];
  readonly processors: readonly ProcessorRow[];
  readonly retention: readonly RetentionPeriod[];
}

/** The record of processing (GDPR, article 30), as the house is set up at this moment. */
export interface ProcessingRecord {
  readonly madeAt: Date;
  readonly controller: Controller;
  readonly activities: readonly ProcessingActivity[];
  readonly securityMeasures: readonly string[];
}

/** The record in one language, for who may read it. */
export async function recordIn(
  { db, now, config, retention }: Pick<AppContext, 'db' | 'now' | 'config' | 'retention'>,
  locale: Locale,
): Promise<ProcessingRecord> {
  const saying: Saying = { config, locale, periods: await periodsOf(db, retention) };
  return {
    madeAt: now,
    controller: controllerOf(config),
    activities: activityNames.map((name) => activityOf(name, saying)),
    securityMeasures: measures[locale],
  };
}

/** For everybody: whom the house has work on its behalf. */
export const listProcessors: Operation<'config' | 'actor', void, ProcessorRow[]> = async ({ config, actor }) =>
  processorsInUse(config, actor.locale);

interface Saying {
  readonly config: Config;
  readonly locale: Locale;
  readonly periods: Readonly<Partial<Record<RetentionClassName, number>>>;
}

function activityOf(name: ActivityName, { config, locale, periods }: Saying): ProcessingActivity {
  const { basis, people, tables, retention, processors, ...activity }: Activity = activities[name];
  const providers = signInProvidersInUse(config);
  const recipients = activity.recipients.filter(
    (recipient) => recipient !== 'SIGN_IN_PROVIDERS' || providers.length > 0,
  );
  const textOf = (recipient: RecipientCategory): string =>
    recipient === 'SIGN_IN_PROVIDERS'
      ? `${recipientWords[locale][recipient]} (${providers.join(', ')})`
      : recipientWords[locale][recipient];
  return {
    name,
    ...activityWords[locale][name],
    basis,
    basisText: basisWords[locale][basis],
    people,
    peopleTexts: people.map((who) => peopleWords[locale][who]),
    data: tables.map((table) => dataWords[locale][table] ?? table),
    recipients,
    recipientTexts: recipients.map(textOf),
    processors: processorsInUse(config, locale).filter(
      (processor) => processor.name === 'HOST' || processors.includes(processor.name),
    ),
    retention: retention.map((recordClass) => ({
      recordClass,
      description: retentionWords[locale][recordClass],
      days: periods[recordClass] as number,
    })),
  };
}

const controllerOf = (config: Config): Controller => ({
  name: config.SELLER_NAME,
  legalForm: config.SELLER_LEGAL_FORM,
  address: config.SELLER_ADDRESS.split('|')
    .map((line) => line.trim())
    .filter(Boolean),
  siret: config.SELLER_SIRET,
  email: config.FROM_EMAIL,
  dataProtectionOfficer: config.DATA_PROTECTION_OFFICER ?? null,
});

import type { Locale } from '../../kernel/locale.ts';
import type { ActivityName, LegalBasis, PeopleCategory } from '../../kernel/processing.ts';
import type { RetentionClassName } from '../../kernel/retention.ts';
import { currentSeller, postalAddressOf, printedAddress } from '../../billing/index.ts';
import type { Activity } from '../../platform/personal-data-texts.ts';
import { periodsOf } from '../../platform/retention.ts';
import type { AppContext } from '../../platform/context.ts';
import { activitiesOf, tableTextsOf } from '../merge-texts.ts';
import { processorsInUse, type ProcessorRow } from './processors.ts';
import { basisTexts, peopleTexts, securityMeasures } from './record-texts.ts';

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
  readonly recipientTexts: readonly string[];
  readonly processors: readonly ProcessorRow[];
  readonly retention: readonly RetentionPeriod[];
}

/** The record of processing (GDPR, article 30), as the application is configured now. */
export interface ProcessingRecord {
  readonly madeAt: Date;
  readonly controller: Controller;
  readonly activities: readonly ProcessingActivity[];
  readonly securityMeasures: readonly string[];
}

type Needed = 'db' | 'now' | 'config' | 'retention' | 'personalData';

/** The record in one language, for who may read it. */
export async function recordIn(ctx: Pick<AppContext, Needed>, locale: Locale): Promise<ProcessingRecord> {
  const { db, now, config, retention, personalData } = ctx;
  const periods = await periodsOf(db, retention);
  const inUse = await processorsInUse(ctx, locale);
  return {
    madeAt: now,
    controller: await controllerOf(ctx, locale),
    activities: activitiesOf(personalData).map(([name, activity]) => ({
      name,
      ...activityIn({ config, personalData }, activity, locale),
      processors: inUse.filter((one) => one.name === 'HOST' || activity.processors.includes(one.name)),
      retention: activity.retention.map((recordClass) => ({
        recordClass,
        description: retention.find((one) => one.name === recordClass)?.description[locale] ?? recordClass,
        days: periods[recordClass] as number,
      })),
    })),
    securityMeasures: securityMeasures[locale],
  };
}

function activityIn(
  { config, personalData }: Pick<AppContext, 'config' | 'personalData'>,
  { title, purpose, basis, people, tables, recipients }: Activity,
  locale: Locale,
): Omit<ProcessingActivity, 'name' | 'processors' | 'retention'> {
  const tableTexts = tableTextsOf(personalData);
  return {
    title: title[locale],
    purpose: purpose[locale],
    basis,
    basisText: basisTexts[locale][basis],
    people,
    peopleTexts: people.map((category) => peopleTexts[locale][category]),
    data: tables.map((table) => tableTexts[table]?.[locale] ?? table),
    recipientTexts: recipients.flatMap(({ text }) => text(config, locale) ?? []),
  };
}

/** The business that sells is the controller. */
async function controllerOf(ctx: Pick<AppContext, 'db' | 'now' | 'config'>, locale: Locale): Promise<Controller> {
  const seller = await currentSeller(ctx);
  const { name, legalForm, siret, email } = seller;
  return {
    ...{ name, legalForm, siret, email },
    address: printedAddress(postalAddressOf(seller), locale),
    dataProtectionOfficer: ctx.config.DATA_PROTECTION_OFFICER ?? null,
  };
}

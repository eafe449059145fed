import type { Tables } from '../../entities/index.ts';
import type { KeepingGround, RecordClass } from '../kernel/erasure.ts';
import type { Locale, LocalizedText } from '../kernel/locale.ts';
import type { ActivityName, LegalBasis, PeopleCategory, ProcessorName } from '../kernel/processing.ts';
import type { RetentionClassName } from '../kernel/retention.ts';
import type { Config } from './config.ts';
import type { Db } from './context.ts';

/** Who sees the data of an activity, as the application is configured; null for nobody. */
export interface Recipient {
  readonly text: (config: Config, locale: Locale) => string | null;
}

/** A recipient whatever the configuration. */
export const recipient = (text: LocalizedText): Recipient => ({ text: (_config, locale) => text[locale] });

export const admins = recipient({ fr: 'administrateurs', en: 'admins' });
export const authorities = recipient({ fr: 'autorités, sur demande légale', en: 'authorities, when the law asks' });

/** One activity of the record of processing (GDPR, article 30). It may cover tables and retention classes of other domains. */
export interface Activity {
  readonly title: LocalizedText;
  readonly purpose: LocalizedText;
  readonly basis: LegalBasis;
  readonly people: readonly PeopleCategory[];
  readonly tables: readonly (keyof Tables & string)[];
  readonly retention: readonly RetentionClassName[];
  readonly recipients: readonly Recipient[];
  /** Beside the host, who has a part in all of them. */
  readonly processors: readonly ProcessorName[];
}

/** A company that processes data on the application's behalf (GDPR, article 28) while it is configured to use it. */
export interface Processor {
  readonly name: ProcessorName;
  /** Legal name and place. */
  readonly company: (config: Config, locale: Locale) => string;
  readonly purpose: LocalizedText;
  /** What makes a transfer outside the European Union lawful (chapter V); null when nothing leaves it, as far as is known. */
  readonly transfer: LocalizedText | null;
  readonly isInUse: (config: Config) => boolean;
  /** Of one that only works for people who connected it: whether anybody did. */
  readonly isConnected?: (db: Db) => Promise<boolean>;
}

/** Decision (EU) 2023/1795 of 10 July 2023, and decision (EU) 2021/914 on standard contractual clauses. */
export const transferToUnitedStates: LocalizedText = {
  fr: 'États-Unis\u00a0: décision d’adéquation (UE) 2023/1795 et clauses contractuelles types (UE) 2021/914',
  en: 'United States: adequacy decision (EU) 2023/1795 and standard contractual clauses (EU) 2021/914',
};

/** What a domain's data is called, in erasure receipts and in the record of processing. */
export interface PersonalDataTexts {
  /** Its classes of records, as a receipt names them. */
  readonly records: Readonly<Partial<Record<RecordClass, LocalizedText>>>;
  /** Why some of them are kept. */
  readonly grounds?: Readonly<Partial<Record<KeepingGround, LocalizedText>>>;
  /** What each of its tables with personal columns holds. */
  readonly tables: Readonly<Partial<Record<keyof Tables & string, LocalizedText>>>;
  readonly activities?: Readonly<Partial<Record<ActivityName, Activity>>>;
  readonly processors?: readonly Processor[];
}

import type { KeepingGround, RecordClass } from '../kernel/erasure.ts';
import type { LocalizedText } from '../kernel/locale.ts';
import { activityNames, processorNames, type ActivityName } from '../kernel/processing.ts';
import type { PersonalData } from '../platform/personal-data.ts';
import type { Activity, PersonalDataTexts, Processor } from '../platform/personal-data-texts.ts';

type Domains = readonly Pick<PersonalData, 'texts'>[];

/** One part of every domain's texts in one table. Each key belongs to one domain: `processing-record.test.ts` checks it. */
const merged = <Key extends string, Value>(
  domains: Domains,
  part: (texts: PersonalDataTexts) => Readonly<Partial<Record<Key, Value>>> | undefined,
): Readonly<Record<Key, Value>> => Object.assign({}, ...domains.map(({ texts }) => part(texts)));

export const recordTextsOf = (domains: Domains): Readonly<Record<RecordClass, LocalizedText>> =>
  merged(domains, ({ records }) => records);

export const groundTextsOf = (domains: Domains): Readonly<Record<KeepingGround, LocalizedText>> =>
  merged(domains, ({ grounds }) => grounds);

export const tableTextsOf = (domains: Domains): Readonly<Record<string, LocalizedText>> =>
  merged(domains, ({ tables }) => tables);

/** In the order of the record. */
export function activitiesOf(domains: Domains): [ActivityName, Activity][] {
  const all = merged<ActivityName, Activity>(domains, ({ activities }) => activities);
  return activityNames.map((name) => [name, all[name]]);
}

/** In the order of the record. */
export const processorsOf = (domains: Domains): Processor[] =>
  domains
    .flatMap(({ texts }) => texts.processors ?? [])
    .sort((a, b) => processorNames.indexOf(a.name) - processorNames.indexOf(b.name));

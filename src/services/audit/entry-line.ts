import type { Locale } from '../kernel/locale.ts';
import type { AuditEntryRow } from './queries/entry-row.ts';
import { phraseOf } from './entry-text.ts';

const somebody: Readonly<Record<Locale, Readonly<Record<'ANONYMOUS' | 'SYSTEM', string>>>> = {
  fr: { ANONYMOUS: 'quelqu’un', SYSTEM: 'le système' },
  en: { ANONYMOUS: 'somebody', SYSTEM: 'the system' },
};
const failed: Readonly<Record<Locale, string>> = { fr: ' (refusé ou échoué)', en: ' (refused or failed)' };

type DescribedEntry = Pick<
  AuditEntryRow,
  'at' | 'actorKind' | 'actorId' | 'action' | 'outcome' | 'targetId' | 'personal'
>;

/** An entry in one line: `[2025-06-01 15:22] - user_id=3 a supprimé le fichier ID=67 "ContratRH.pdf"`. Local time of the application. */
export function lineOf(entry: DescribedEntry, { locale, timeZone }: { locale: Locale; timeZone: string }): string {
  const { actorKind, actorId, action, outcome, targetId, personal } = entry;
  const who = whoOf({ actorKind, actorId }, locale);
  const target = [
    targetId === null ? '' : ` ID=${targetId}`,
    ...Object.values(personal).map((value) => ` ${JSON.stringify(value)}`),
  ].join('');
  return `[${localMinute(entry.at, timeZone)}] - ${who} ${phraseOf(locale, action)}${target}${outcome === 'FAILURE' ? failed[locale] : ''}`;
}

function whoOf({ actorKind, actorId }: Pick<DescribedEntry, 'actorKind' | 'actorId'>, locale: Locale): string {
  if (actorKind === 'PERSON') return `user_id=${actorId}`;
  return actorKind === 'SERVICE' ? `service_id=${actorId}` : somebody[locale][actorKind];
}

/** `2025-06-01 15:22`. */
function localMinute(at: Date, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

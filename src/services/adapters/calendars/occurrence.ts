import { CalendarFailure, type CalendarCredentials, type CalendarWindow, type FoundOccurrence } from './port.ts';

/** When an event takes time. */
export type EventTime = Pick<FoundOccurrence, 'startsAt' | 'endsAt' | 'isAllDay'>;

/** Does it take time within the window? Events that last no time take none. */
export const isWithin = ({ startsAt, endsAt }: EventTime, { from, to }: CalendarWindow): boolean =>
  endsAt > startsAt && endsAt > from && startsAt < to;

/** The instant at which a local date begins: not always midnight. */
export const startOfLocalDate = (date: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);

const longestTitle = 255;

/** A title as it is kept: without line breaks, and whole characters only. */
export function titleOf(text: string | null | undefined): string | null {
  const title = [...(text ?? '').replace(/\s+/g, ' ').trim()].slice(0, longestTitle).join('');
  return title === '' ? null : title;
}

export type OauthTokens = Extract<CalendarCredentials, { kind: 'TOKENS' }>;

/** The tokens of an account that is opened by OAuth; the credentials of another kind of account open nothing here. */
export function tokensIn(credentials: CalendarCredentials): OauthTokens {
  if (credentials.kind !== 'TOKENS') throw new CalendarFailure('REFUSED', 'NO_TOKENS');
  return credentials;
}

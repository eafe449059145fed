import type ICAL from 'ical.js';

/** How an event takes its owner's time; null when it does not. */
export interface Blocking {
  readonly isTentative: boolean;
  /** An invitation that the owner has not answered. */
  readonly isUnanswered: boolean;
}

const textOf = (event: ICAL.Component, name: string): string =>
  String(event.getFirstPropertyValue(name) ?? '').toUpperCase();

/** `owner`: the addresses of the calendar's owner, in small letters. */
export function blockingOf(event: ICAL.Component, owner: ReadonlySet<string>): Blocking | null {
  const status = textOf(event, 'status');
  const busy = textOf(event, 'x-microsoft-cdo-busystatus');
  const answer = answerOf(event, owner);
  const isFree = textOf(event, 'transp') === 'TRANSPARENT' || busy === 'FREE';
  if (isFree || status === 'CANCELLED' || answer === 'DECLINED') return null;
  return {
    isTentative: status === 'TENTATIVE' || busy === 'TENTATIVE' || answer === 'TENTATIVE',
    isUnanswered: answer === 'NEEDS-ACTION',
  };
}

/** What the owner answered to an invitation; undefined when they are not among those invited. */
function answerOf(event: ICAL.Component, owner: ReadonlySet<string>): string | undefined {
  const own = event.getAllProperties('attendee').find((attendee) => owner.has(addressOf(attendee.getFirstValue())));
  return own && (own.getFirstParameter('partstat') ?? 'NEEDS-ACTION').toUpperCase();
}

const addressOf = (value: unknown): string =>
  String(value)
    .toLowerCase()
    .replace(/^mailto:/, '')
    .trim();

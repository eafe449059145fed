import type { AppContext } from '../../platform/context.ts';
import { DomainError } from '../../kernel/errors.ts';

export interface CalendarFlowRequest {
  readonly artisanId: string;
  readonly provider: 'GOOGLE' | 'MICROSOFT';
  /** The connection that is opened anew; null for a new one. */
  readonly connectionId: string | null;
}

/** Where the browser goes, and what it keeps to itself meanwhile. */
export interface CalendarFlowStart {
  readonly url: string;
  readonly proof: string;
}

export type CalendarFlowContext = Pick<
  AppContext,
  'run' | 'calendars' | 'limits' | 'derived' | 'actor' | 'config' | 'now' | 'db'
>;

/** Begins the way to a provider and back. The caller has seen that the agenda is theirs and has room. Error: CALENDAR_REFUSED. */
export async function beginCalendarFlow(
  { calendars }: CalendarFlowContext,
  { provider }: CalendarFlowRequest,
): Promise<CalendarFlowStart> {
  if (calendars[provider]?.oauth === undefined) throw new DomainError('CALENDAR_REFUSED');
  throw new DomainError('CALENDAR_UNREACHABLE');
}

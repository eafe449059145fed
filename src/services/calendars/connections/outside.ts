import { CalendarFailure, type CalendarConnector } from '../../adapters/calendars/port.ts';
import type { CalendarProvider } from '../../../entities/calendars/calendar-connection.entity.ts';
import { DomainError, fieldError, type ErrorCode } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';

/** Are its accounts opened by signing in there, in a browser? */
export const signsInByBrowser = (provider: CalendarProvider): provider is 'GOOGLE' | 'MICROSOFT' =>
  provider === 'GOOGLE' || provider === 'MICROSOFT';

/** The connector of a provider. Error: INPUT_INVALID where this installation has none. */
export function connectorOf(
  { calendars }: Pick<AppContext, 'calendars'>,
  provider: CalendarProvider,
): CalendarConnector {
  const connector = calendars[provider];
  if (connector === undefined) throw fieldError('input.provider', 'offered');
  return connector;
}

/**
 * What a provider answers while somebody waits: its failures are CALENDAR_REFUSED and CALENDAR_UNREACHABLE; FEED_REFUSED for the address of
 * a file that may not be asked, or is none.
 */
export async function whileAsked<T>(work: () => Promise<T>, provider?: CalendarProvider): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CalendarFailure)) throw error;
    throw new DomainError(refusalOf(provider, error), {}, { cause: error });
  }
}

function refusalOf(provider: CalendarProvider | undefined, { kind }: CalendarFailure): ErrorCode {
  if (['UNREACHABLE', 'LIMITED', 'CHANGED'].includes(kind)) return 'CALENDAR_UNREACHABLE';
  return provider === 'ICS' && kind === 'UNREADABLE' ? 'FEED_REFUSED' : 'CALENDAR_REFUSED';
}

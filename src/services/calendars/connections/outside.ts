import { CalendarFailure, type CalendarConnector } from '../../adapters/calendars/port.ts';
import type { CalendarProvider } from '../../../entities/calendars/calendar-connection.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';

/** The connector of a provider. Error: INPUT_INVALID where this installation has none. */
export function connectorOf({ calendars }: Pick<AppContext, 'calendars'>, provider: CalendarProvider): CalendarConnector {
  const connector = calendars[provider];
  if (connector === undefined) throw fieldError('input.provider', 'offered');
  return connector;
}

/** What a provider answers while somebody waits: its failures are CALENDAR_REFUSED and CALENDAR_UNREACHABLE. */
export async function whileAsked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CalendarFailure)) throw error;
    const isPassing = ['UNREACHABLE', 'LIMITED', 'CHANGED'].includes(error.kind);
    throw new DomainError(isPassing ? 'CALENDAR_UNREACHABLE' : 'CALENDAR_REFUSED', {}, { cause: error });
  }
}

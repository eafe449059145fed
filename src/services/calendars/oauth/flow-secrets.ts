import type { CalendarProvider } from '../../../entities/calendars/calendar-connection.entity.ts';
import type { CalendarOauth } from '../../adapters/calendars/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import { connectorOf } from '../connections/outside.ts';

/** Where a provider sends the browser back to; written into the provider’s settings, too. */
export const returnAddress = ({ publicUrl }: AppContext['config'], provider: CalendarProvider): string =>
  `${publicUrl}/calendars/callback/${provider.toLowerCase()}`;

/** The secrets of one way, made again from its state under a key that only the application has. */
export const secretsOf = (
  { config, derived }: Pick<AppContext, 'config' | 'derived'>,
  provider: CalendarProvider,
  state: string,
): Parameters<CalendarOauth['authorizeUrl']>[0] => ({
  redirectUri: returnAddress(config, provider),
  state,
  verifier: derived.of('calendar-verifier', state),
});

/** How people sign in at a provider. Error: CALENDAR_REFUSED where they do not. */
export function oauthOf(ctx: Pick<AppContext, 'calendars'>, provider: CalendarProvider): CalendarOauth {
  const { oauth } = connectorOf(ctx, provider);
  if (oauth === undefined) throw new DomainError('CALENDAR_REFUSED');
  return oauth;
}

import type { LiveTopic, Tx } from '../platform/context.ts';

/** Something changed in an agenda: one stream per artisan. */
export const agendaChanged: LiveTopic = { name: 'agendaChanged' };

export const publishAgenda = (
  { publish }: Tx<'publish'>,
  artisanId: string,
  change: { readonly bookingId?: string; readonly verb?: string } = {},
): void => publish(agendaChanged, artisanId, { artisanId, ...change });

import type { TicketPriority } from '../../../entities/support/ticket.entity.ts';
import type { Db } from '../../platform/context.ts';

/** Minutes of business time from the opening of a ticket. */
export interface Target {
  readonly firstResponseMinutes: number;
  readonly resolutionMinutes: number;
}

export type Targets = Readonly<Record<TicketPriority, Target>>;

/** What holds unless an admin said otherwise. */
export const usualTargets: Targets = {
  CRITICAL: { firstResponseMinutes: 60, resolutionMinutes: 240 },
  URGENT: { firstResponseMinutes: 120, resolutionMinutes: 480 },
  HIGH: { firstResponseMinutes: 240, resolutionMinutes: 960 },
  NORMAL: { firstResponseMinutes: 480, resolutionMinutes: 2_400 },
  LOW: { firstResponseMinutes: 960, resolutionMinutes: 4_800 },
};

/** The targets of each priority as they are now. */
export async function targetsNow(db: Db): Promise<Targets> {
  const rows = await db
    .selectFrom('ticket_target')
    .select(['priority', 'first_response_minutes as firstResponseMinutes', 'resolution_minutes as resolutionMinutes'])
    .execute();
  return {
    ...usualTargets,
    ...Object.fromEntries(rows.map(({ priority, ...target }) => [priority, target])),
  };
}

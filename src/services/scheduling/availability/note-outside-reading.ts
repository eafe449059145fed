import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';

export interface OutsideReading {
  readonly artisanId: string;
  /** When the calendar outside that was read longest ago was read; null where none takes time. */
  readonly readAt: Date | null;
}

/** Whoever reads calendars outside says how old what they know is. Without a new version of the row: nobody edits it meanwhile. */
export async function noteOutsideReading({ em }: Tx<'em'>, { artisanId, readAt }: OutsideReading): Promise<void> {
  await writing(em).db.updateTable('artisan').set({ outside_read_at: readAt }).where('id', '=', artisanId).execute();
}

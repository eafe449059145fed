import { requirePermission } from '../../access/actor.ts';
import type { ReadContext } from '../../platform/context.ts';

/** A step as admins see it. */
export interface ReminderStepRow {
  readonly id: string;
  readonly position: number;
  readonly days: number;
  readonly titleFr: string;
  readonly titleEn: string;
  readonly textFr: string;
  readonly textEn: string;
  readonly isEnabled: boolean;
}

/** The steps in order, for those who may read any invoice. */
export async function listReminderSteps({ db, actor }: ReadContext): Promise<ReminderStepRow[]> {
  requirePermission(actor, 'invoice:read-any');
  const rows = await db.selectFrom('reminder_step').selectAll().orderBy('position').execute();
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    days: row.days,
    titleFr: row.title_fr,
    titleEn: row.title_en,
    textFr: row.text_fr,
    textEn: row.text_en,
    isEnabled: Boolean(row.is_enabled),
  }));
}

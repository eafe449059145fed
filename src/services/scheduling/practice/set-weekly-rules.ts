import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { BreakRule, OpeningRule } from '../../../entities/scheduling/opening.entity.ts';
import type { UseCase } from '../../platform/context.ts';
import { noteArtisan } from './change-artisan.ts';
import { lockArtisan } from './lock-artisan.ts';
import { requireWindows, type WeeklyWindow } from './weekly-windows.ts';

export interface SetWeeklyRules {
  readonly artisanId: string;
  /** All of them: they take the place of those there are. */
  readonly rules: readonly WeeklyWindow[];
}

type SetRules = UseCase<'em' | 'actor' | 'record' | 'publish', SetWeeklyRules, Artisan>;

const setting =
  (entity: typeof OpeningRule | typeof BreakRule, kind: 'OPENING_HOURS' | 'BREAKS'): SetRules =>
  async (tx, { artisanId, rules }) => {
    const artisan = await lockArtisan(tx, artisanId, 'opening:manage');
    await requireWindows(tx, artisan.id, rules);
    await tx.em.nativeDelete(entity, { artisan });
    for (const { offeringId, ...rule } of rules) tx.em.create(entity, { ...rule, artisan, offering: offeringId });
    noteArtisan(tx, artisan, { kind, rules: rules.length });
    return artisan;
  };

/** Says when an artisan is open, week by week. Bookings stay. Errors: NOT_FOUND, INPUT_INVALID on each field that is wrong. */
export const setOpeningHours = setting(OpeningRule, 'OPENING_HOURS');

/** Says what is cut out of the opening, week by week. Bookings stay. Errors: NOT_FOUND, INPUT_INVALID on each field that is wrong. */
export const setBreaks = setting(BreakRule, 'BREAKS');

/** Artisans, what they offer, and when they are open. */
export type { ArtisanChanges, ArtisanFields } from './artisan-fields.ts';
export { archiveOffering, restoreOffering } from './archive-offering.ts';
export { assignArtisans } from './assign-artisans.ts';
export { createClosure, deleteClosure } from './closures.ts';
export { createArtisan, type CreateArtisan } from './create-artisan.ts';
export { createOffering, type CreateOffering } from './create-offering.ts';
export { removeOpeningException, setOpeningException } from './opening-exceptions.ts';
export { pauseArtisan } from './pause-artisan.ts';
export { reminderRule } from './reminder-rule.ts';
export { setHolidays } from './set-holidays.ts';
export { setBreaks, setOpeningHours } from './set-weekly-rules.ts';
export { updateArtisan, type UpdateArtisan } from './update-artisan.ts';
export { updateOffering, type UpdateOffering } from './update-offering.ts';
export { getArtisan, getManagedArtisan, type ArtisanRow, type ManagedArtisanRow } from './queries/artisan-rows.ts';
export { listArtisans } from './queries/list-artisans.ts';
export { listOfferings, type ListOfferings } from './queries/list-offerings.ts';
export {
  artisanIdsByOffering,
  artisansByOffering,
  questionsByOffering,
  tiersByOffering,
  type QuestionRow,
} from './queries/offering-parts.ts';
export {
  getManagedOffering,
  getOffering,
  managedOfferings,
  type ManagedOfferingRow,
  type OfferingRow,
} from './queries/offering-rows.ts';
export {
  closuresOf,
  openingExceptions,
  weeklyRules,
  type ClosureRow,
  type OpeningExceptionRow,
  type WeeklyRuleRow,
} from './queries/opening-rows.ts';
export { savedOpening, type SavedOpening } from './queries/saved-opening.ts';

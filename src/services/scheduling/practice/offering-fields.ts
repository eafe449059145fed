import type {
  AssignmentKind,
  LocationKind,
  Offering,
  QuestionKind,
  ReminderRule,
} from '../../../entities/scheduling/offering.entity.ts';
import type { Tier } from '../../../entities/scheduling/booking.entity.ts';
import type { Currency } from '../../kernel/money.ts';

/** What a customer is asked. */
export interface Question {
  readonly kind: QuestionKind;
  readonly label: string;
  readonly isRequired: boolean;
  /** Of a CHOICE; empty for the others. */
  readonly choices: readonly string[];
}

/** What people say of an offering, beside its questions and its tiers. */
export interface OfferingFields {
  readonly name: string;
  readonly description: string | null;
  readonly durationMinutes: number;
  readonly slotStepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly noticeMinutes: number;
  readonly horizonDays: number | null;
  readonly horizonWorkingDays: number | null;
  readonly priceCents: number;
  readonly currency: Currency;
  /** In hundredths of a percent. */
  readonly depositBasisPoints: number;
  readonly capacity: number;
  readonly maxPerDay: number | null;
  readonly locationKind: LocationKind;
  readonly place: string | null;
  readonly requiresApproval: boolean;
  readonly approvalHours: number;
  readonly assignment: AssignmentKind;
  readonly rescheduleUntilMinutes: number;
  readonly maxReschedules: number;
  readonly reminders: readonly ReminderRule[];
  readonly position: number;
}

export const offeringFields = [
  ...(['name', 'description', 'durationMinutes', 'slotStepMinutes', 'bufferBeforeMinutes'] as const),
  ...(['bufferAfterMinutes', 'noticeMinutes', 'horizonDays', 'horizonWorkingDays', 'priceCents'] as const),
  ...(['currency', 'depositBasisPoints', 'capacity', 'maxPerDay', 'locationKind', 'place'] as const),
  ...(['requiresApproval', 'approvalHours', 'assignment', 'rescheduleUntilMinutes'] as const),
  ...(['maxReschedules', 'reminders', 'position'] as const),
] as const satisfies readonly (keyof OfferingFields)[];

/** What is given with an offering; what is absent stays, null empties what may be empty. Lists are given whole. */
export type OfferingChanges = { readonly [F in keyof OfferingFields]?: OfferingFields[F] | undefined } & {
  readonly questions?: readonly Question[] | undefined;
  readonly cancellationTiers?: readonly Tier[] | undefined;
};

/** A whole offering, as it is checked and stored. */
export interface WholeOffering extends OfferingFields {
  readonly questions: readonly Question[];
  readonly cancellationTiers: readonly Tier[];
}

/** What stands for whatever a new offering does not say; the step is the installation's. */
export const usualOffering = (
  stepMinutes: number,
): Omit<WholeOffering, 'name' | 'durationMinutes' | 'priceCents' | 'position'> => ({
  ...{ description: null, slotStepMinutes: stepMinutes, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  ...{ noticeMinutes: 120, horizonDays: 60, horizonWorkingDays: null, currency: 'EUR', depositBasisPoints: 0 },
  ...{ capacity: 1, maxPerDay: null, locationKind: 'AT_ARTISAN', place: null, requiresApproval: false },
  ...{ approvalHours: 48, assignment: 'CHOSEN', rescheduleUntilMinutes: 1_440, maxReschedules: 2, reminders: [] },
  questions: [],
  cancellationTiers: [
    { hoursBefore: 48, refundPercent: 100 },
    { hoursBefore: 24, refundPercent: 50 },
  ],
});

/** The fields of a stored offering. */
export const fieldsOf = (offering: Offering): OfferingFields =>
  Object.fromEntries(offeringFields.map((field) => [field, offering[field]])) as unknown as OfferingFields;

/** What is said of an offering: tiers from the earliest on; a horizon in days takes the place of one in working days, and back. */
export function stated(changes: OfferingChanges): Partial<WholeOffering> {
  const { horizonDays: days = null, horizonWorkingDays: workingDays = null, cancellationTiers: tiers } = changes;
  const said = {
    ...changes,
    ...(workingDays !== null && days === null && { horizonDays: null }),
    ...(days !== null && workingDays === null && { horizonWorkingDays: null }),
    ...(tiers && { cancellationTiers: tiers.toSorted((a, b) => b.hoursBefore - a.hoursBefore) }),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

import type { CreateOfferingInput } from '../../schema/scheduling/create-offering.input.ts';
import type { UpdateOfferingInput } from '../../schema/scheduling/update-offering.input.ts';
import { reminderRule, type CreateOffering, type UpdateOffering } from '../../services/scheduling/index.ts';

/** Percent have two decimals, which binary fractions miss by a hair. */
const basisPoints = (percent: number | null | undefined): number | undefined =>
  percent == null ? undefined : Math.round(percent * 100);

/** What may be empty: elsewhere null is nothing said. */
const emptiable: ReadonlySet<string> = new Set([
  'description',
  'place',
  'maxPerDay',
  'horizonDays',
  'horizonWorkingDays',
]);

const without = (facts: object, isLeftOut: (field: string, value: unknown) => boolean): object =>
  Object.fromEntries(Object.entries(facts).filter(([field, value]) => !isLeftOut(field, value)));

/** What is absent or null is as usual. */
export const createdOffering = ({
  artisanIds,
  key,
  depositPercent,
  reminders,
  ...facts
}: CreateOfferingInput): CreateOffering => ({
  artisanIds,
  key,
  offering: {
    ...(without(facts, (_field, value) => value === null) as CreateOffering['offering']),
    depositBasisPoints: basisPoints(depositPercent),
    reminders: reminders?.map(reminderRule),
  },
});

/** What is absent stays; null empties what may be empty. */
export const changedOffering = ({ id, depositPercent, reminders, ...facts }: UpdateOfferingInput): UpdateOffering => ({
  id,
  changes: {
    ...without(facts, (field, value) => value === null && !emptiable.has(field)),
    depositBasisPoints: basisPoints(depositPercent),
    reminders: reminders?.map(reminderRule),
  },
});

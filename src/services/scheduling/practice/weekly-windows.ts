import type { Weekday } from '../../../entities/scheduling/opening.entity.ts';
import { OfferingArtisan } from '../../../entities/scheduling/offering.entity.ts';
import { refuseFields, type FieldError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';

/** A window of a weekday, as it is said. Minutes of the local day. */
export interface WeeklyWindow {
  readonly weekday: Weekday;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly everyWeeks: number;
  readonly anchorOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly offeringId: string | null;
}

/** Windows begin and end on the grid on which appointments do. */
const gridMinutes = 5;

/** What is wrong with the edges of a window, by the name of the field. */
export function faultsOfEdges(
  { startMinute, endMinute }: Pick<WeeklyWindow, 'startMinute' | 'endMinute'>,
  path: string,
): FieldError[] {
  const isOff = (minute: number): boolean => minute % gridMinutes !== 0;
  return [
    ...(isOff(startMinute) ? [{ path: `${path}.startMinute`, rules: ['multipleOf'] }] : []),
    ...(isOff(endMinute) ? [{ path: `${path}.endMinute`, rules: ['multipleOf'] }] : []),
    ...(endMinute > startMinute ? [] : [{ path: `${path}.endMinute`, rules: ['afterStart'] }]),
  ];
}

/** Refuses windows that cannot stand, with every field that is wrong. Rules are of the artisan’s own offerings. */
export async function requireWindows(
  { em }: Tx<'em'>,
  artisanId: string,
  windows: readonly WeeklyWindow[],
): Promise<void> {
  const given = await em.find(OfferingArtisan, { artisan: artisanId });
  const own = new Set(given.map(({ offering }) => offering.id));
  const faults = windows.flatMap((window, index) => {
    const path = `input.rules.${index}`;
    return [...faultsOfEdges(window, path), ...faultsOfWeeks(window, path), ...faultsOfOffering(window, path, own)];
  });
  if (faults.length > 0) throw refuseFields(faults);
}

function faultsOfWeeks({ everyWeeks, anchorOn, validFrom, validTo }: WeeklyWindow, path: string): FieldError[] {
  const isInverted = validFrom !== null && validTo !== null && validTo < validFrom;
  return [
    ...(everyWeeks === 1 || anchorOn !== null ? [] : [{ path: `${path}.anchorOn`, rules: ['required'] }]),
    ...(isInverted ? [{ path: `${path}.validTo`, rules: ['afterStart'] }] : []),
  ];
}

const faultsOfOffering = ({ offeringId }: WeeklyWindow, path: string, own: ReadonlySet<string>): FieldError[] =>
  offeringId === null || own.has(offeringId) ? [] : [{ path: `${path}.offeringId`, rules: ['isOwn'] }];

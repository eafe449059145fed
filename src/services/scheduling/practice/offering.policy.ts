import { depositOf } from '../deposit.ts';
import { DomainError, refuseFields, type FieldError } from '../../kernel/errors.ts';
import type { Question, WholeOffering } from './offering-fields.ts';

/** The least that is charged in advance, in minor units: providers charge no less. */
const leastDeposit = 50;

const gridMinutes = 5;

/** Refuses an offering that cannot stand, with every field that is wrong. Errors: INPUT_INVALID, DEPOSIT_TOO_SMALL. */
export function requireSound(offering: WholeOffering, stepMinutes: number): void {
  const faults = [
    ...faultsOfTimes(offering, stepMinutes),
    ...faultsOfHorizon(offering),
    ...offering.questions.flatMap(faultsOfQuestion),
    ...faultsOfFiles(offering),
    ...faultsOfTiers(offering),
  ];
  if (faults.length > 0) throw refuseFields(faults);
  const deposit = depositOf(offering);
  if (deposit > 0 && deposit < leastDeposit)
    throw new DomainError('DEPOSIT_TOO_SMALL', { fields: [{ path: 'input.depositPercent', rules: ['deposit'] }] });
}

const fault = (field: string, ...rules: string[]): FieldError => ({ path: `input.${field}`, rules });

function faultsOfTimes(offering: WholeOffering, stepMinutes: number): FieldError[] {
  const onGrid = ['slotStepMinutes', 'bufferBeforeMinutes', 'bufferAfterMinutes'] as const;
  return [
    ...(offering.durationMinutes % stepMinutes === 0 ? [] : [fault('durationMinutes', 'multipleOf')]),
    ...onGrid.filter((field) => offering[field] % gridMinutes !== 0).map((field) => fault(field, 'multipleOf')),
  ];
}

const faultsOfHorizon = ({ horizonDays, horizonWorkingDays }: WholeOffering): FieldError[] =>
  (horizonDays === null) === (horizonWorkingDays === null) ? [fault('horizonDays', 'oneHorizon')] : [];

/** A choice has two to twenty answers, each once; other questions have none. */
function faultsOfQuestion({ kind, choices }: Question, index: number): FieldError[] {
  const path = `questions.${index}.choices`;
  if (kind !== 'CHOICE') return choices.length === 0 ? [] : [fault(path, 'ofChoice')];
  if (choices.length < 2) return [fault(path, 'arrayMinSize')];
  return new Set(choices).size === choices.length ? [] : [fault(path, 'isUnique')];
}

/** A file comes after the booking: it can only be required where something confirms the booking afterwards, its artisan or its deposit. */
const faultsOfFiles = ({ questions, requiresApproval, depositBasisPoints }: WholeOffering): FieldError[] =>
  requiresApproval || depositBasisPoints > 0
    ? []
    : questions.flatMap(({ kind, isRequired }, index) =>
        kind === 'FILE' && isRequired ? [fault(`questions.${index}.isRequired`, 'confirmedLater')] : [],
      );

/** Each hour once. */
const faultsOfTiers = ({ cancellationTiers: tiers }: WholeOffering): FieldError[] =>
  tiers.flatMap(({ hoursBefore }, index) =>
    tiers.findIndex((tier) => tier.hoursBefore === hoursBefore) === index
      ? []
      : [fault(`cancellationTiers.${index}.hoursBefore`, 'isUnique')],
  );

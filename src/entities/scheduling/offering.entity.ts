import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { currencies } from '../../services/kernel/money.ts';
import { base, wholeNumber } from '../base.ts';
import { Artisan } from './artisan.entity.ts';

export const offeringStatuses = ['ACTIVE', 'ARCHIVED'] as const;
export type OfferingStatus = (typeof offeringStatuses)[number];
export const locationKinds = ['AT_ARTISAN', 'AT_CUSTOMER', 'ONLINE', 'PHONE'] as const;
export type LocationKind = (typeof locationKinds)[number];
/** Whom a booking is with: any artisan of the offering, or the one that the customer chose. */
export const assignmentKinds = ['ANY', 'CHOSEN'] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];
export const questionKinds = ['TEXT', 'LONG_TEXT', 'NUMBER', 'YES_NO', 'CHOICE', 'PHONE', 'FILE'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A reminder that an offering asks for: so many minutes before the start, or so many days before it at a local minute. */
export type ReminderRule =
  { readonly minutesBefore: number } | { readonly daysBefore: number; readonly atMinute: number };

/**
 * What can be booked. Owned by its artisans; active, it is seen by everybody. Never deleted once it was booked: archived. What a
 * booking took from it is frozen there.
 */
export const Offering = defineEntity({
  name: 'Offering',
  tableName: 'offering',
  properties: {
    ...base(),
    name: p.string().length(255),
    description: p.text().strictNullable().default(null),
    durationMinutes: p.integer(),
    slotStepMinutes: p.integer(),
    bufferBeforeMinutes: p.integer().default(0),
    bufferAfterMinutes: p.integer().default(0),
    /** How long before its start a slot is bookable. */
    noticeMinutes: p.integer().default(120),
    /** How many days ahead; null when it counts in working days. */
    horizonDays: p.integer().strictNullable().default(60),
    horizonWorkingDays: p.integer().strictNullable().default(null),
    /** VAT included. */
    priceCents: wholeNumber(),
    currency: p.enum(currencies).default('EUR'),
    /** In hundredths of a percent: 3000 is 30 %. */
    depositBasisPoints: p.integer().default(0),
    /** How many people come at most with one booking. */
    capacity: p.integer().default(1),
    maxPerDay: p.integer().strictNullable().default(null),
    locationKind: p.enum(locationKinds).default('AT_ARTISAN'),
    /** The address, or the link of an offering online. */
    place: p.text().strictNullable().default(null),
    requiresApproval: p.boolean().default(false),
    /** How long a request waits for an answer. */
    approvalHours: p.integer().default(48),
    assignment: p.enum(assignmentKinds).default('CHOSEN'),
    rescheduleUntilMinutes: p.integer().default(1_440),
    maxReschedules: p.integer().default(2),
    reminders: p.json<readonly ReminderRule[]>(),
    position: p.integer().default(0),
    status: p.enum(offeringStatuses).default('ACTIVE'),
  },
  checks: [
    { name: 'offering_check_1', expression: 'duration_minutes between 5 and 720 and duration_minutes % 5 = 0' },
    { name: 'offering_check_2', expression: 'slot_step_minutes between 5 and 720 and slot_step_minutes % 5 = 0' },
    {
      name: 'offering_check_3',
      expression: 'buffer_before_minutes between 0 and 240 and buffer_after_minutes between 0 and 240',
    },
    { name: 'offering_check_4', expression: 'deposit_basis_points between 0 and 10000' },
    { name: 'offering_check_5', expression: 'capacity between 1 and 200' },
    { name: 'offering_check_6', expression: '(horizon_days is null) <> (horizon_working_days is null)' },
  ],
  indexes: [{ properties: ['status', 'position', 'id'] }],
});
export type Offering = InferEntity<typeof Offering>;

/** Who gives an offering. */
export const OfferingArtisan = defineEntity({
  name: 'OfferingArtisan',
  tableName: 'offering_artisan',
  properties: {
    offering: () => p.manyToOne(Offering).lazyRef().primary().deleteRule('cascade'),
    artisan: () => p.manyToOne(Artisan).lazyRef().primary().deleteRule('restrict'),
  },
  indexes: [{ properties: ['artisan', 'offering'] }],
});
export type OfferingArtisan = InferEntity<typeof OfferingArtisan>;

/** What a customer is asked when they book. */
export const OfferingQuestion = defineEntity({
  name: 'OfferingQuestion',
  tableName: 'offering_question',
  properties: {
    ...base(),
    offering: () => p.manyToOne(Offering).lazyRef().deleteRule('cascade'),
    position: p.integer(),
    kind: p.enum(questionKinds),
    label: p.string().length(255),
    isRequired: p.boolean().default(false),
    /** Of a CHOICE. */
    choices: p.json<readonly string[]>(),
  },
  indexes: [{ properties: ['offering', 'position'] }],
});
export type OfferingQuestion = InferEntity<typeof OfferingQuestion>;

/** How much of the deposit comes back to a customer who cancels so many hours before the start or earlier. */
export const CancellationTier = defineEntity({
  name: 'CancellationTier',
  tableName: 'cancellation_tier',
  properties: {
    offering: () => p.manyToOne(Offering).lazyRef().primary().deleteRule('cascade'),
    hoursBefore: p.integer().primary(),
    refundPercent: p.integer(),
  },
  checks: [{ name: 'cancellation_tier_check_1', expression: 'hours_before >= 0 and refund_percent between 0 and 100' }],
});
export type CancellationTier = InferEntity<typeof CancellationTier>;

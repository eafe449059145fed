import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { wordsText } from '../../services/kernel/search-query.ts';
import { base, identifier, instant, longText, wholeNumber } from '../base.ts';
import { User } from '../identity/user.entity.ts';

export const ticketCategories = ['GENERAL', 'TECHNICAL', 'BILLING', 'ORDER', 'ACCOUNT', 'OTHER'] as const;
export type TicketCategory = (typeof ticketCategories)[number];

/** The least pressing first: its rank is its place here. */
export const ticketPriorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT', 'CRITICAL'] as const;
export type TicketPriority = (typeof ticketPriorities)[number];

export const ticketStatuses = ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

export const ticketSources = ['WEB', 'EMAIL', 'PHONE', 'INTERNAL'] as const;
export type TicketSource = (typeof ticketSources)[number];

/** What the team is warned of, each once for a ticket. */
export const ticketAlerts = [
  'RESPONSE_SOON',
  'RESPONSE_BREACHED',
  'RESOLUTION_SOON',
  'RESOLUTION_BREACHED',
  'UNASSIGNED',
] as const;
export type TicketAlert = (typeof ticketAlerts)[number];

/** A time for which the clock of the resolution stood still, RFC 3339. */
export interface TicketPause {
  readonly from: string;
  readonly to: string;
}

/** No target: after every instant that there is. */
export const noDueKey = Number.MAX_SAFE_INTEGER;

interface Searched {
  readonly reference: string;
  readonly title: string;
  readonly description: string;
}

export const wordsOfTicket = ({ reference, title, description }: Searched): string =>
  wordsText(`${reference} ${title} ${description}`);

/**
 * Something that somebody asks the team to resolve. Seen by whoever asks and by those who handle tickets; what is said about it is its
 * conversation. Dies with the erasure of whoever asks, or when it has been over for long.
 */
export const Ticket = defineEntity({
  name: 'Ticket',
  tableName: 'ticket',
  properties: {
    ...base(),
    /** What people call it by: `T-2026-00001`. */
    reference: p.string().length(20).unique(),
    /** Who asks; null for a visitor. */
    user: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('cascade').default(null),
    /** The visitor who asks, in messaging; null for somebody with an account. */
    visitorId: identifier().strictNullable().default(null).index(),
    title: p.string().length(255),
    description: longText(),
    /** The words of its reference, title and description, as `wordsText` makes them: what is searched. */
    words: p.text().columnType('mediumtext').onCreate(wordsOfTicket).onUpdate(wordsOfTicket),
    category: p.enum(ticketCategories).default('GENERAL'),
    priority: p.enum(ticketPriorities).default('NORMAL'),
    priorityRank: p
      .integer()
      .onCreate(({ priority }: { readonly priority: TicketPriority }) => ticketPriorities.indexOf(priority))
      .onUpdate(({ priority }: { readonly priority: TicketPriority }) => ticketPriorities.indexOf(priority)),
    status: p.enum(ticketStatuses).default('OPEN'),
    source: p.enum(ticketSources).default('WEB'),
    assignee: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** The order that it is about. */
    orderId: identifier().strictNullable().default(null).index(),
    /** From when its targets are counted: its opening, or the earliest of those merged into it. */
    openedAt: instant(),
    /** Null: answered, or there is no target because the business never opens. */
    firstResponseDueAt: instant().strictNullable().default(null),
    resolutionDueAt: instant().strictNullable().default(null),
    /** The next of the two that is still to be kept, in milliseconds of the epoch; `noDueKey` without one. */
    dueKey: wholeNumber().default(noDueKey),
    firstResponseAt: instant().strictNullable().default(null),
    resolvedAt: instant().strictNullable().default(null),
    closedAt: instant().strictNullable().default(null),
    /** Since when it waits for whoever asks. */
    waitingSince: instant().strictNullable().default(null),
    /** When they were asked again; null before. */
    askedAgainAt: instant().strictNullable().default(null),
    pauses: p.json<readonly TicketPause[]>(),
    /** Of what the team was warned. */
    alerts: p.json<readonly TicketAlert[]>(),
    /** When the next warning is due; null for none. */
    nextAlertAt: instant().strictNullable().default(null),
    /** When a target was first missed. */
    escalatedAt: instant().strictNullable().default(null),
    mergedInto: () => p.manyToOne(Ticket).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** The one that was over when they wrote again. */
    follows: () => p.manyToOne(Ticket).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** How content they are, 1 to 5, and what they say. */
    satisfaction: p.integer().strictNullable().default(null),
    comment: p.text().strictNullable().default(null),
    /** The number of the last message of its conversation that moved it. */
    seenSeq: p.integer().default(0),
  },
  indexes: [
    { properties: ['user', 'createdAt', 'id'] },
    { properties: ['assignee', 'createdAt', 'id'] },
    { properties: ['status', 'createdAt', 'id'] },
    { properties: ['status', 'dueKey', 'id'] },
    { properties: ['priorityRank', 'dueKey', 'id'] },
    { properties: ['category', 'createdAt', 'id'] },
    { properties: ['createdAt', 'id'] },
    { properties: ['dueKey', 'id'] },
    { properties: ['nextAlertAt'] },
    { properties: ['status', 'resolvedAt'] },
    { properties: ['status', 'waitingSince'] },
  ],
});
export type Ticket = InferEntity<typeof Ticket>;

/** A word that a ticket is found under. Seen by those who handle tickets; dies with the ticket. */
export const TicketTag = defineEntity({
  name: 'TicketTag',
  tableName: 'ticket_tag',
  properties: {
    ...base(),
    ticket: () => p.manyToOne(Ticket).lazyRef().deleteRule('cascade'),
    tag: p.string().length(50),
  },
  uniques: [{ properties: ['ticket', 'tag'] }],
  indexes: [{ properties: ['tag', 'ticket'] }],
});
export type TicketTag = InferEntity<typeof TicketTag>;

/** Somebody of the team who hears of a ticket that is not theirs. Seen by those who handle tickets; dies with either. */
export const TicketWatcher = defineEntity({
  name: 'TicketWatcher',
  tableName: 'ticket_watcher',
  properties: {
    ...base(),
    ticket: () => p.manyToOne(Ticket).lazyRef().deleteRule('cascade'),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
  },
  uniques: [{ properties: ['ticket', 'user'] }],
});
export type TicketWatcher = InferEntity<typeof TicketWatcher>;

/** How many tickets a year has had. Nobody’s; stays. */
export const TicketSeries = defineEntity({
  name: 'TicketSeries',
  tableName: 'ticket_series',
  properties: { ...base(), year: p.integer().unique(), next: p.integer().default(1) },
});
export type TicketSeries = InferEntity<typeof TicketSeries>;

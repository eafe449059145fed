import type {
  TicketCategory,
  TicketPause,
  TicketPriority,
  TicketSource,
  TicketStatus,
} from '../../../entities/support/ticket.entity.ts';

/** A ticket as lists read it. Instants are as the database gives them. */
export interface TicketRow {
  readonly id: string;
  readonly reference: string;
  readonly userId: string | null;
  readonly visitorId: string | null;
  readonly title: string;
  readonly description: string;
  readonly category: TicketCategory;
  readonly priority: TicketPriority;
  readonly priorityRank: number;
  readonly status: TicketStatus;
  readonly source: TicketSource;
  readonly assigneeId: string | null;
  readonly orderId: string | null;
  readonly firstResponseDueAt: unknown;
  readonly resolutionDueAt: unknown;
  readonly dueKey: number;
  readonly firstResponseAt: unknown;
  readonly resolvedAt: unknown;
  readonly closedAt: unknown;
  readonly waitingSince: unknown;
  /** JSON, as the database gives it. */
  readonly pauses: readonly TicketPause[] | string;
  readonly escalatedAt: unknown;
  readonly mergedIntoId: string | null;
  readonly followsId: string | null;
  readonly satisfaction: number | null;
  readonly comment: string | null;
  readonly createdAt: unknown;
}

export const ticketColumns = [
  ...(['t.id', 't.reference', 't.title', 't.description', 't.category', 't.priority', 't.status', 't.source'] as const),
  ...(['t.user_id as userId', 't.visitor_id as visitorId', 't.assignee_id as assigneeId'] as const),
  ...(['t.priority_rank as priorityRank', 't.order_id as orderId', 't.due_key as dueKey'] as const),
  ...(['t.first_response_due_at as firstResponseDueAt', 't.resolution_due_at as resolutionDueAt'] as const),
  ...(['t.first_response_at as firstResponseAt', 't.resolved_at as resolvedAt', 't.closed_at as closedAt'] as const),
  ...(['t.waiting_since as waitingSince', 't.pauses', 't.escalated_at as escalatedAt'] as const),
  ...(['t.merged_into_id as mergedIntoId', 't.follows_id as followsId', 't.satisfaction', 't.comment'] as const),
  't.created_at as createdAt',
] as const;

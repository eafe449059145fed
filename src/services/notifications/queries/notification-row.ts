import type { Notification, NotificationType, Priority } from '../../../entities/notifications/notification.entity.ts';
import { jsonFrom } from '../../platform/orm/values.ts';

/** An instant as the database or an entity gives it: the API's scalar accepts both. */
type RawInstant = string | number | Date;

/** A notification as its recipient sees it. */
export interface NotificationRow {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly type: NotificationType;
  readonly priority: Priority;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly actionUrl: string | null;
  /** How many of its group it stands for. */
  readonly count: number;
  readonly isRead: boolean;
  readonly readAt: RawInstant | null;
  readonly expiresAt: RawInstant | null;
  readonly createdAt: RawInstant;
}

export const notificationColumns = [
  'id',
  'title',
  'message',
  'type',
  'priority',
  'count',
  'data',
  'action_url as actionUrl',
  'read_at as readAt',
  'expires_at as expiresAt',
  'created_at as createdAt',
  'priority_rank as priorityRank',
] as const;

interface Selected {
  readonly data: unknown;
  readonly readAt: unknown;
}

export const rowFrom = (selected: Selected): NotificationRow =>
  ({ ...selected, data: jsonFrom(selected.data), isRead: selected.readAt !== null }) as unknown as NotificationRow;

/** A notification just changed, as a row. */
export const rowOf = ({
  id,
  title,
  message,
  type,
  priority,
  count,
  data,
  actionUrl,
  readAt,
  expiresAt,
  createdAt,
}: Notification): NotificationRow => ({
  id,
  title,
  message,
  type,
  priority,
  count,
  data,
  actionUrl,
  isRead: readAt !== null,
  readAt,
  expiresAt,
  createdAt,
});

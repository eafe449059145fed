import { registerEnumType } from 'type-graphql';
import { notificationTypes } from '../../entities/notifications/notification.entity.ts';
import { userRoles } from '../../services/kernel/roles.ts';
import { enumOf } from '../shared/enum-of.ts';

export const NotificationTypeEnum = enumOf(notificationTypes);
registerEnumType(NotificationTypeEnum, { name: 'NotificationType', description: 'What a notification is about.' });

export const NotificationAudienceEnum = enumOf(['EVERYONE', ...userRoles]);
registerEnumType(NotificationAudienceEnum, {
  name: 'NotificationAudience',
  description: 'Who receives an admin notification: all active users, or all active users of a role.',
});

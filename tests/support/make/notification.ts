import type { RequiredEntityData } from '@mikro-orm/core';
import { Notification } from '../../../src/entities/notifications/notification.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts = RequiredEntityData<Notification>;

/** A notification that this person has not read, unless the facts say otherwise; flushed by the caller. */
export const makeNotification = (em: EntityManager, facts: Partial<Facts> & Pick<Facts, 'user'>): Notification =>
  em.create(Notification, { title: 'Un mot', message: 'Bonjour', dedupeKey: newId(), ...facts });

import { LockMode } from '@mikro-orm/core';
import { PrivacyRequest } from '../../entities/privacy/privacy-request.entity.ts';
import { requirePermission } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { queueMail, recipientsOf } from '../notifications/index.ts';
import type { UseCase } from '../platform/context.ts';
import { privacyRequestExtended } from './emails/privacy-request-extended.ts';
import { requestRowOf, type PrivacyRequestRow } from './queries/privacy-requests.ts';
import { extendedFrom } from './request-deadlines.ts';
import { kindTexts } from './request-texts.ts';
import { allows } from '../kernel/states.ts';
import { privacyRequestStates } from './privacy-request.states.ts';

export interface ExtendPrivacyRequest {
  readonly id: string;
  /** What the person is notified: why their request is complex, or what it waits for. */
  readonly reason: string;
}

type Extending = 'em' | 'actor' | 'now' | 'config' | 'record' | 'enqueue';

/**
 * Two months more for a request that is complex, or one of many: once, within the first month, and the person is notified why
 * (GDPR, article 12, paragraph 3). `ACTION_NOT_ALLOWED` afterwards, a second time, and once it is answered.
 */
export const extendPrivacyRequest: UseCase<Extending, ExtendPrivacyRequest, PrivacyRequestRow> = async (
  tx,
  { id, reason },
) => {
  const { em, actor, now, record, config } = tx;
  requirePermission(actor, 'privacy-request:handle');
  const asked = await em.findOne(PrivacyRequest, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (asked === null) throw new DomainError('NOT_FOUND');
  const userId = asked.user?.id;
  if (
    userId === undefined ||
    !allows(privacyRequestStates, asked.status, 'extend') ||
    asked.extendedAt !== null ||
    now >= asked.dueAt
  )
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'extend' });
  // The admins are warned again before the new deadline.
  Object.assign(asked, {
    extendedAt: now,
    extensionReason: reason,
    dueAt: extendedFrom(asked.createdAt, config.TIME_ZONE),
    warnedAt: null,
  });
  record({
    action: 'PRIVACY_REQUEST_EXTENDED',
    targetType: 'user',
    targetId: userId,
    payload: { requestId: id, dueAt: asked.dueAt.toISOString() },
  });
  const recipient = (await recipientsOf({ em }, [userId])).get(userId);
  if (recipient !== undefined) {
    const { firstName, locale } = recipient;
    await queueMail(tx, {
      template: privacyRequestExtended,
      recipient,
      locale,
      dedupeKey: `privacy-request-extended:${id}`,
      data: {
        firstName,
        kind: kindTexts[locale][asked.kind],
        askedAt: asked.createdAt.toISOString(),
        dueAt: asked.dueAt.toISOString(),
        reason,
        rightsUrl: `${config.frontUrl}/pages/rgpd`,
      },
    });
  }
  return requestRowOf(asked);
};

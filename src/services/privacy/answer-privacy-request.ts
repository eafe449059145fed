import { LockMode } from '@mikro-orm/core';
import { PrivacyRequest } from '../../entities/privacy/privacy-request.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { requirePermission, personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { isOver, transition } from '../kernel/states.ts';
import { queueMail, recipientsOf } from '../notifications/index.ts';
import type { UseCase } from '../platform/context.ts';
import { privacyRequestAnswered } from './emails/privacy-request-answered.ts';
import { requestRowOf, type PrivacyRequestRow } from './queries/privacy-requests.ts';
import { kindTexts } from './request-texts.ts';
import { privacyRequestStates } from './privacy-request.states.ts';

export interface AnswerPrivacyRequest {
  readonly id: string;
  readonly outcome: 'DONE' | 'REFUSED';
  /** What the person is notified; a refusal says why. */
  readonly answer: string;
}

type Answering = 'em' | 'actor' | 'now' | 'config' | 'record' | 'enqueue';

/** An admin has done what was asked, or refuses it; the person is notified by mail. `ACTION_NOT_ALLOWED` when it was answered before. */
export const answerPrivacyRequest: UseCase<Answering, AnswerPrivacyRequest, PrivacyRequestRow> = async (
  tx,
  { id, outcome, answer },
) => {
  const { em, actor, now, record, config } = tx;
  requirePermission(actor, 'privacy-request:handle');
  const asked = await em.findOne(PrivacyRequest, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (asked === null) throw new DomainError('NOT_FOUND');
  const userId = asked.user?.id;
  if (userId === undefined || isOver(privacyRequestStates, asked.status))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'answer' });
  transition(privacyRequestStates, asked, outcome === 'DONE' ? 'complete' : 'refuse');
  Object.assign(asked, { answer, handledAt: now, handledBy: em.getReference(User, personOf(actor)) });
  record({
    action: 'PRIVACY_REQUEST_ANSWERED',
    targetType: 'user',
    targetId: userId,
    severity: 'MEDIUM',
    payload: { requestId: id, outcome },
  });
  const recipient = (await recipientsOf({ em }, [userId])).get(userId);
  if (recipient !== undefined) {
    const { firstName, locale } = recipient;
    await queueMail(tx, {
      template: privacyRequestAnswered,
      recipient,
      locale,
      dedupeKey: `privacy-request-answered:${id}`,
      data: {
        firstName,
        kind: kindTexts[locale][asked.kind],
        askedAt: asked.createdAt.toISOString(),
        answer,
        rightsUrl: `${config.frontUrl}/pages/rgpd`,
      },
    });
  }
  return requestRowOf(asked);
};

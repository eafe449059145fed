import { PrivacyRequest, type PrivacyRequestKind } from '../../entities/privacy/privacy-request.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { personOf } from '../access/actor.ts';
import { notifyMany, recipientsIn } from '../notifications/index.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { requestRowOf, type PrivacyRequestRow } from './queries/privacy-requests.ts';
import { dueAfter } from './request-deadlines.ts';
import { newRequestWords } from './request-texts.ts';

export interface SubmitPrivacyRequest extends Keyed {
  readonly kind: PrivacyRequestKind;
  readonly details: string;
}

type Submitting = 'em' | 'actor' | 'now' | 'config' | 'record' | 'publish';

const enterRequest: UseCase<Submitting, Omit<SubmitPrivacyRequest, 'key'>, PrivacyRequestRow> = async (
  tx,
  { kind, details },
) => {
  const { em, actor, now, config, record } = tx;
  const user = em.getReference(User, personOf(actor));
  const asked = em.create(PrivacyRequest, { user, kind, details, dueAt: dueAfter(now, config.TIME_ZONE) });
  record({
    action: 'PRIVACY_REQUEST_OPENED',
    targetType: 'user',
    targetId: user.id,
    severity: 'MEDIUM',
    payload: { requestId: asked.id, kind },
  });
  const admins = await recipientsIn({ em }, 'ADMIN');
  await notifyMany(
    tx,
    admins.map(({ userId, locale }) => ({
      ...newRequestWords[locale]({ kind }),
      userId,
      type: 'SECURITY',
      priority: 'HIGH',
      data: { requestId: asked.id },
      dedupeKey: `privacy-request:${asked.id}:${userId}`,
    })),
  );
  return requestRowOf(asked);
};

/** Asks the application something about one's data that a machine cannot answer; the month begins, and the admins are notified. */
export const submitPrivacyRequest = keyed(
  'submitPrivacyRequest',
  enterRequest,
  async ({ em }, id): Promise<PrivacyRequestRow> => requestRowOf(await em.findOneOrFail(PrivacyRequest, { id })),
);

/** Writes down what the application did by itself: a copy that was made, an account that was erased. Nobody: an address without an account, of which no trace stays. */
export function recordCompleted(
  { em, now, config }: Tx<'em' | 'now' | 'config'>,
  { userId, kind }: { userId: string | null; kind: PrivacyRequestKind },
): void {
  em.create(PrivacyRequest, {
    user: userId === null ? null : em.getReference(User, userId),
    kind,
    status: 'DONE',
    dueAt: dueAfter(now, config.TIME_ZONE),
    handledAt: now,
  });
}

import type { MessageAudience } from '../../entities/messaging/message.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { AppContext } from '../platform/context.ts';
import { requirePart } from './conversation.policy.ts';
import { typing } from './live.ts';
import { requireWriter } from './send-message.ts';

/** So long somebody is shown as writing after they said so. */
export const typingMs = 5_000;

export interface MarkTyping {
  readonly conversationId: string;
  /** Who would read what is being written: everybody in the conversation unless said. */
  readonly audience?: MessageAudience | null | undefined;
}

/**
 * Shows those who would read it that somebody writes just now. Stored nowhere, and over by itself; more than once a second is not passed
 * on, which is no error. Answers whether it was. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED.
 */
export async function markTyping(
  ctx: Pick<AppContext, 'db' | 'actor' | 'now' | 'limits' | 'signal'>,
  { conversationId, audience }: MarkTyping,
): Promise<boolean> {
  const writtenFor = audience ?? 'ALL';
  requireWriter(await requirePart(ctx, conversationId), writtenFor);
  const { status } = await ctx.db
    .selectFrom('conversation')
    .select('status')
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow();
  if (status === 'CLOSED') throw new DomainError('CONVERSATION_CLOSED');
  const userId = personOf(ctx.actor);
  if (!(await isInTime(ctx, userId))) return false;
  const until = new Date(ctx.now.getTime() + typingMs).toISOString();
  ctx.signal(typing, conversationId, { userId, audience: writtenFor, until });
  return true;
}

async function isInTime({ limits }: Pick<AppContext, 'limits'>, userId: string): Promise<boolean> {
  try {
    await limits.take('typing/person', userId);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'RATE_LIMITED') return false;
    throw error;
  }
}

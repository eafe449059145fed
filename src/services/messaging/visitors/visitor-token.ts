import { LockMode } from '@mikro-orm/core';
import type { Conversation } from '../../../entities/messaging/conversation.entity.ts';
import { Visitor } from '../../../entities/messaging/visitor.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { numberedSecret, type OpenedByToken } from '../../platform/mailed-tokens.ts';
import { conversationOfVisitor } from './conversation-of-visitor.ts';

/** A link is good for so long after the last mail that had it. */
const linkMs = 30 * 24 * 3_600_000;

export const linkEndsAt = (now: Date): Date => new Date(now.getTime() + linkMs);

/** The present token of a visitor. */
export const visitorSecret = (derived: DerivedSecrets, visitor: OpenedByToken): string =>
  numberedSecret(derived, 'visitor', visitor);

export interface OpenedConversation {
  readonly visitor: Visitor;
  readonly conversation: Conversation;
}

/**
 * The conversation that a token opens, and its visitor, locked until the commit. Its address is proven: the link was mailed there.
 * Errors: TOKEN_INVALID for what opens nothing, or nothing any more.
 */
export async function openByVisitorToken(
  { em, now }: Tx<'em' | 'now'>,
  { token }: { readonly token: string },
): Promise<OpenedConversation> {
  const visitor = await em.findOne(
    Visitor,
    { tokenHash: fingerprint(token), tokenExpiresAt: { $gt: now }, user: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const conversation = visitor && (await conversationOfVisitor({ em }, visitor));
  if (visitor === null || conversation === null) throw new DomainError('TOKEN_INVALID');
  visitor.verifiedAt ??= now;
  return { visitor, conversation };
}

/** The link that was mailed opens nothing any more; a later mail has another one. */
export function voidLink(visitor: Visitor, derived: DerivedSecrets): void {
  visitor.tokenNumber += 1;
  visitor.tokenHash = fingerprint(visitorSecret(derived, visitor));
  visitor.tokenExpiresAt = null;
}

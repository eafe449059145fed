import { LockMode } from '@mikro-orm/core';
import { Conversation } from '../../../entities/messaging/conversation.entity.ts';
import { Message } from '../../../entities/messaging/message.entity.ts';
import { HeldMessage, Visitor } from '../../../entities/messaging/visitor.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { writing } from '../../platform/orm/values.ts';
import { requirePart } from '../conversation.policy.ts';
import { addBlocks } from './form-blocks.ts';
import { linkedHosts } from './held.policy.ts';
import { postVisitorMessage } from './visitor-message.ts';
import { voidLink } from './visitor-token.ts';

/** A message that links to more sites teaches the first ones. */
const mostSites = 10;

type Deciding = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record' | 'enqueue'>;

const lockVisitor = ({ em }: Tx<'em'>, id: string): Promise<Visitor> =>
  em.findOneOrFail(Visitor, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

async function findHeld(tx: Tx<'em'>, id: string): Promise<{ held: HeldMessage; visitor: Visitor }> {
  const found = await tx.em.findOne(HeldMessage, { id });
  if (found === null) throw new DomainError('NOT_FOUND');
  const visitor = await lockVisitor(tx, found.visitor.id);
  // Somebody else may have decided while we waited for the visitor.
  const held = await tx.em.findOne(HeldMessage, { id }, { refresh: true });
  if (held === null) throw new DomainError('NOT_FOUND');
  return { held, visitor };
}

/** The message goes where it would have gone, also one that was marked as spam. Answers the conversation’s id. Errors: NOT_FOUND. */
export async function releaseHeldMessage(
  tx: Deciding,
  { heldMessageId }: { readonly heldMessageId: string },
): Promise<string> {
  const { held, visitor } = await findHeld(tx, heldMessageId);
  visitor.blockedAt = null;
  const conversation = await postVisitorMessage(tx, visitor, {
    content: held.content,
    fileId: held.file?.id ?? null,
  });
  crashPoint('held-message-posted');
  await tx.em.nativeDelete(HeldMessage, { id: held.id });
  crashPoint('held-message-released');
  tx.record({
    ...{ action: 'MESSAGE_RELEASED', targetType: 'message', targetId: heldMessageId },
    payload: { visitorId: visitor.id, conversationId: conversation.id },
  });
  return conversation.id;
}

export interface MarkAsSpam {
  readonly heldMessageId?: string | null | undefined;
  readonly conversationId?: string | null | undefined;
}

/**
 * A held message, or a visitor’s conversation, is spam: the link is void, the conversation closed, and what comes from this address or
 * links to these sites waits from now on. Answers the visitor’s id. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED once an
 * account has the conversation.
 */
export const markAsSpam: Operation<'run' | 'derived', MarkAsSpam, string> = ({ run, derived }, input) =>
  run(mark, { ...input, derived });

async function mark(
  tx: Deciding,
  { derived, ...asked }: MarkAsSpam & { readonly derived: DerivedSecrets },
): Promise<string> {
  const visitor = await visitorIn(tx, asked);
  if (visitor.user !== null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'markAsSpam' });
  visitor.blockedAt ??= tx.now;
  voidLink(visitor, derived);
  const texts = await textsOf(tx, visitor);
  const sites = [...new Set(texts.flatMap(linkedHosts))].filter((site) => site.includes('.')).slice(0, mostSites);
  await addBlocks(tx, [
    { kind: 'ADDRESS', value: visitor.email, isLearnt: true, createdById: null },
    ...sites.map((value) => ({ kind: 'SITE' as const, value, isLearnt: true, createdById: null })),
  ]);
  await tx.em.nativeUpdate(HeldMessage, { visitor, spamAt: null }, { spamAt: tx.now });
  await tx.em.nativeUpdate(Conversation, { visitor }, { status: 'CLOSED' });
  tx.record({
    ...{ action: 'MESSAGE_MARKED_AS_SPAM', targetType: 'message', targetId: asked.heldMessageId ?? null },
    payload: { visitorId: visitor.id, learnt: sites.length + 1 },
  });
  return visitor.id;
}

async function visitorIn(tx: Tx<'em' | 'actor'>, { heldMessageId, conversationId }: MarkAsSpam): Promise<Visitor> {
  if (heldMessageId) return (await findHeld(tx, heldMessageId)).visitor;
  return visitorOfConversation(tx, conversationId);
}

/** Errors: INPUT_INVALID without one, NOT_FOUND for a conversation that no visitor began, or that the actor does not see. */
async function visitorOfConversation(
  tx: Tx<'em' | 'actor'>,
  conversationId: string | null | undefined,
): Promise<Visitor> {
  if (!conversationId)
    throw new DomainError('INPUT_INVALID', { fields: [{ path: 'input.conversationId', rules: ['required'] }] });
  await requirePart({ db: writing(tx.em).db, actor: tx.actor }, conversationId);
  const conversation = await tx.em.findOne(Conversation, { id: conversationId, visitor: { $ne: null } });
  const visitor = conversation?.visitor ?? null;
  if (visitor === null) throw new DomainError('NOT_FOUND');
  return lockVisitor(tx, visitor.id);
}

async function textsOf({ em }: Tx<'em'>, visitor: Visitor): Promise<string[]> {
  const held = await em.find(HeldMessage, { visitor });
  const said = await em.find(Message, { visitor, deletedAt: null });
  return [visitor.subject, ...[...held, ...said].map(({ content }) => content)];
}

/** The link that was mailed opens nothing from now on; an answer mails another one. Answers the visitor’s id. Errors: NOT_FOUND, INPUT_INVALID. */
export const revokeVisitorLink: Operation<'run' | 'derived', { readonly conversationId: string }, string> = (
  { run, derived },
  { conversationId },
) => run(revoke, { conversationId, derived });

async function revoke(
  tx: Tx<'em' | 'actor' | 'record'>,
  { conversationId, derived }: { readonly conversationId: string; readonly derived: DerivedSecrets },
): Promise<string> {
  const visitor = await visitorOfConversation(tx, conversationId);
  voidLink(visitor, derived);
  tx.record({
    ...{ action: 'VISITOR_LINK_REVOKED', targetType: 'conversation', targetId: conversationId },
    payload: { visitorId: visitor.id },
  });
  return visitor.id;
}

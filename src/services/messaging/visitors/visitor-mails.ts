import { LockMode } from '@mikro-orm/core';
import { Message, MessageAttachment } from '../../../entities/messaging/message.entity.ts';
import { Visitor } from '../../../entities/messaging/visitor.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import { MailTemplateError, queueMail, type MailPreparation } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { visitorContactReceived } from '../emails/visitor-contact-received.ts';
import { visitorReply } from '../emails/visitor-reply.ts';
import { visitorSampleReady } from '../emails/visitor-sample-ready.ts';
import { visitorSampleReceived } from '../emails/visitor-sample-received.ts';
import { excerptOf } from '../excerpt.ts';
import type { mailVisitorTask } from '../tasks/definitions.ts';
import { conversationOfVisitor } from './conversation-of-visitor.ts';
import { linkEndsAt, visitorSecret } from './visitor-token.ts';

type Mailing = Tx<'em' | 'now' | 'enqueue'>;

/** How many answers one mail quotes; it counts the others. */
const mostQuoted = 5;

/** The address as it was given, whoever has it. */
const recipientOf = ({ email, name }: Visitor) => ({ userId: null, email, name }) as const;

/** What every mail says; the link is good from now for thirty days. */
function factsOf({ now }: Mailing, visitor: Visitor) {
  visitor.tokenExpiresAt = linkEndsAt(now);
  return { name: visitor.name, linkEndsAt: visitor.tokenExpiresAt.toISOString(), visitorId: visitor.id };
}

/** To whom a mail of another module about their conversation goes, and what it says of the link. */
export interface VisitorAddress {
  readonly recipient: { readonly userId: null; readonly email: string; readonly name: string };
  readonly locale: Locale;
  readonly facts: { readonly name: string; readonly linkEndsAt: string; readonly visitorId: string };
}

/** Undefined for who has an account by now, and for spam. */
export async function visitorAddress(tx: Mailing, visitorId: string): Promise<VisitorAddress | undefined> {
  const visitor = await tx.em.findOne(Visitor, { id: visitorId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (visitor === null || visitor.user !== null || visitor.blockedAt !== null) return undefined;
  return { recipient: recipientOf(visitor), locale: visitor.locale, facts: factsOf(tx, visitor) };
}

/** The form has come: the link to its conversation. Quotes nothing: whoever filled it in may have given a stranger’s address. */
export async function mailReceived(tx: Mailing, visitor: Visitor): Promise<void> {
  const template = visitor.purpose === 'FREE_SAMPLE' ? visitorSampleReceived : visitorContactReceived;
  await queueMail(tx, {
    template,
    recipient: recipientOf(visitor),
    locale: visitor.locale,
    dedupeKey: `${template.name}:${visitor.id}`,
    data: factsOf(tx, visitor),
  });
}

/** The team has answered and the visitor has not seen it: one mail with all that is new. */
export async function mailVisitor(tx: Mailing, { visitorId }: PayloadOf<typeof mailVisitorTask>): Promise<void> {
  const visitor = await tx.em.findOne(Visitor, { id: visitorId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (visitor === null || visitor.user !== null || visitor.blockedAt !== null) return;
  const answers = await unseenAnswers(tx, visitor);
  const last = answers.at(-1);
  if (last === undefined) return;
  visitor.mailedSeq = last.seq;
  const template = await templateFor(tx, visitor, answers);
  const worded = answers.filter(({ content }) => content !== '');
  await queueMail(tx, {
    template,
    recipient: recipientOf(visitor),
    locale: visitor.locale,
    dedupeKey: `${template.name}:${visitor.id}:${last.seq}`,
    data: {
      ...factsOf(tx, visitor),
      messages: worded
        .slice(0, mostQuoted)
        .map(({ content, createdAt }) => ({ at: createdAt.toISOString(), excerpt: excerptOf(content, 400) })),
      moreCount: Math.max(0, worded.length - mostQuoted),
    },
  });
}

async function unseenAnswers({ em }: Mailing, visitor: Visitor): Promise<Message[]> {
  const conversation = await conversationOfVisitor({ em }, visitor);
  if (conversation === null) return [];
  const seq = { $gt: Math.max(visitor.mailedSeq, visitor.readSeq) };
  return em.find(
    Message,
    { conversation, audience: 'ALL', deletedAt: null, visitor: null, sender: { $ne: null }, seq },
    { orderBy: { seq: 'asc' } },
  );
}

/** A file in the answer to a request for a sample is the sample. */
async function templateFor({ em }: Mailing, { purpose }: Visitor, answers: readonly Message[]) {
  if (purpose !== 'FREE_SAMPLE') return visitorReply;
  const files = await em.count(MessageAttachment, { message: { $in: answers.map(({ id }) => id) } });
  return files === 0 ? visitorReply : visitorSampleReady;
}

/**
 * Just before such a mail leaves: the link with the present token, which is stored nowhere. It is behind the `#`, which no browser sends
 * to a server: not in the request, not as `Referer`.
 */
export const prepareVisitorLink: MailPreparation<{ readonly visitorUrl: string }> = async (
  { config, derived, run },
  { data },
) => {
  const visitor = await run(({ em }: Tx<'em'>, id: string) => em.findOne(Visitor, { id }), String(data['visitorId']));
  if (visitor === null || visitor.tokenExpiresAt === null)
    throw new MailTemplateError('visitor', 'nobody waits for it');
  return { visitorUrl: `${config.frontUrl}/contact/conversation#token=${visitorSecret(derived, visitor)}` };
};

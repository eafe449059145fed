import type { Locale } from '../../kernel/locale.ts';
import { DomainError } from '../../kernel/errors.ts';
import { peopleByIds } from '../../identity/index.ts';
import type { ReadContext } from '../../platform/context.ts';
import { fillReply } from '../canned-replies.ts';
import { getTicket } from './get-ticket.ts';

export interface CannedReplyRow {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly content: string;
}

/** All of them, by their names: the team writes them by hand. */
export const listCannedReplies = ({ db }: Pick<ReadContext, 'db'>): Promise<CannedReplyRow[]> =>
  db.selectFrom('canned_reply').select(['id', 'name', 'locale', 'content']).orderBy('name').orderBy('locale').execute();

/** What one of them says to whoever opened a ticket. Errors: NOT_FOUND. */
export async function replyFor(
  ctx: ReadContext,
  { id, ticketId }: { readonly id: string; readonly ticketId: string },
): Promise<string> {
  const { userId, reference, title } = await getTicket(ctx, ticketId);
  const reply = (await listCannedReplies(ctx)).find((each) => each.id === id);
  if (reply === undefined) throw new DomainError('NOT_FOUND');
  const asker = userId === null ? undefined : (await peopleByIds(ctx, [userId])).get(userId);
  return fillReply(reply.content, { firstName: asker?.firstName ?? '', reference, title });
}

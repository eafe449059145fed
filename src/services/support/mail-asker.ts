import type { Ticket } from '../../entities/support/ticket.entity.ts';
import { formatInstant } from '../kernel/format.ts';
import type { Locale } from '../kernel/locale.ts';
import { notify, queueMail, recipientsOf, type NotificationWords, type Recipient } from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import { ticketMergedMail } from './emails/ticket-merged.ts';
import { ticketOpenedMail } from './emails/ticket-opened.ts';
import { ticketResolvedMail } from './emails/ticket-resolved.ts';
import { ticketWaitingMail } from './emails/ticket-waiting.ts';
import { mailVisitorOpened, mailVisitorResolved, mailVisitorWaiting } from './mail-visitor.ts';
import { ticketPath } from './ticket-path.ts';
import { mergedWords, resolvedWords, waitingWords } from './words.ts';

type Mailing = Tx<'em' | 'now' | 'config' | 'enqueue' | 'publish'>;

/** Whoever asks, with an account; undefined for a visitor, and for who is suspended. */
export async function askerOf(tx: Tx<'em'>, { user }: Ticket): Promise<Recipient | undefined> {
  return user === null ? undefined : (await recipientsOf(tx, [user.id])).get(user.id);
}

/** What every mail about a ticket says. */
const factsOf = ({ config }: Mailing, ticket: Ticket, { firstName }: Recipient) => ({
  firstName,
  ticketReference: ticket.reference,
  ticketTitle: ticket.title,
  ticketUrl: config.frontUrl + ticketPath(ticket.id),
});

/** Who asks, and the key of what is said to them. */
interface Said {
  readonly recipient: Recipient;
  readonly locale: Locale;
  readonly dedupeKey: string;
}

async function toAsker(tx: Mailing, ticket: Ticket, what: string): Promise<Said | undefined> {
  const recipient = await askerOf(tx, ticket);
  if (recipient === undefined) return undefined;
  return { recipient, locale: recipient.locale, dedupeKey: `${what}:${ticket.id}:${recipient.userId}` };
}

/** That it has come, its number, and until when there is an answer. */
export async function mailOpened(tx: Mailing, ticket: Ticket): Promise<void> {
  const said = await toAsker(tx, ticket, 'ticket-opened');
  if (said === undefined) return mailVisitorOpened(tx, ticket);
  const { firstResponseDueAt: dueAt } = ticket;
  const answerBy = dueAt === null ? '' : formatInstant(dueAt, { locale: said.locale, timeZone: tx.config.TIME_ZONE });
  await queueMail(tx, {
    ...{ ...said, template: ticketOpenedMail },
    data: { ...factsOf(tx, ticket, said.recipient), answerBy },
  });
}

/** That an answer of theirs is needed; asked again after some days. */
export async function mailWaiting(tx: Mailing, ticket: Ticket, { isAgain }: { isAgain: boolean }): Promise<void> {
  const said = await toAsker(tx, ticket, `ticket-waiting:${isAgain ? 'again' : 'first'}:${tx.now.getTime()}`);
  if (said === undefined) return mailVisitorWaiting(tx, ticket, { isAgain });
  await queueMail(tx, {
    ...{ ...said, template: ticketWaitingMail },
    data: { ...factsOf(tx, ticket, said.recipient), isAgain },
  });
  await notifyAsker(tx, ticket, { said, words: waitingWords });
}

export async function mailResolved(tx: Mailing, ticket: Ticket, { isByTime }: { isByTime: boolean }): Promise<void> {
  const said = await toAsker(tx, ticket, `ticket-resolved:${tx.now.getTime()}`);
  if (said === undefined) return mailVisitorResolved(tx, ticket, { isByTime });
  await queueMail(tx, {
    ...{ ...said, template: ticketResolvedMail },
    data: { ...factsOf(tx, ticket, said.recipient), isByTime },
  });
  await notifyAsker(tx, ticket, { said, words: resolvedWords });
}

/** That everything goes on in another ticket of theirs. */
export async function mailMerged(tx: Mailing, ticket: Ticket, into: Ticket): Promise<void> {
  const said = await toAsker(tx, ticket, 'ticket-merged');
  if (said === undefined) return;
  await queueMail(tx, {
    ...{ ...said, template: ticketMergedMail },
    data: { ...factsOf(tx, into, said.recipient), mergedReference: ticket.reference },
  });
  await notifyAsker(tx, into, {
    said,
    words: {
      fr: () => mergedWords.fr({ reference: into.reference, merged: ticket.reference }),
      en: () => mergedWords.en({ reference: into.reference, merged: ticket.reference }),
    },
  });
}

interface Notice {
  readonly said: Said;
  readonly words: NotificationWords<{ readonly reference: string; readonly title: string }>;
}

const notifyAsker = (tx: Mailing, ticket: Ticket, { said, words }: Notice): Promise<void> =>
  notify(tx, {
    ...words[said.locale]({ reference: ticket.reference, title: ticket.title }),
    ...{ userId: said.recipient.userId, type: 'MESSAGE', actionUrl: ticketPath(ticket.id) },
    data: { ticketId: ticket.id },
    dedupeKey: said.dedupeKey,
  });

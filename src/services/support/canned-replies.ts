import { CannedReply } from '../../entities/support/support-settings.entity.ts';
import { requirePermission } from '../access/actor.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import type { Tx } from '../platform/context.ts';

/** What a canned reply may name: of whoever asks, and of the ticket. */
export const replyVariables = ['firstName', 'reference', 'title'] as const;
export type ReplyVariable = (typeof replyVariables)[number];

const place = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Refuses what is no name of a variable, as mails do. */
function requireVariables(content: string): void {
  const names = [...content.matchAll(place)].map(([, name = '']) => name);
  if (names.some((name) => !(replyVariables as readonly string[]).includes(name)))
    throw fieldError('input.content', 'variables');
  if (/\{\{|\}\}/.test(content.replace(place, ''))) throw fieldError('input.content', 'braces');
}

/** A canned reply with its places filled in. */
export const fillReply = (content: string, values: Readonly<Record<ReplyVariable, string>>): string =>
  content.replace(place, (_all, name: string) => values[name as ReplyVariable]);

export interface CannedReplyWords {
  readonly name: string;
  readonly locale: Locale;
  readonly content: string;
}

type Writing = Tx<'em' | 'actor' | 'record'>;

async function requireFreeName({ em }: Writing, { name, locale }: CannedReplyWords, id = ''): Promise<void> {
  if ((await em.count(CannedReply, { name, locale, id: { $ne: id } })) > 0) throw fieldError('input.name', 'unique');
}

const tidied = ({ name, locale, content }: CannedReplyWords): CannedReplyWords => ({
  ...{ name: name.trim(), locale, content: content.trim() },
});

/** Errors: INPUT_INVALID, CONFLICT. */
export const createCannedReply = keyed<keyof Writing, CannedReplyWords & Keyed, CannedReply>(
  'createCannedReply',
  async (tx, input) => {
    requirePermission(tx.actor, 'ticket:handle');
    const words = tidied(input);
    requireVariables(words.content);
    await requireFreeName(tx, words);
    const reply = tx.em.create(CannedReply, words);
    await tx.em.flush();
    tx.record({ action: 'CANNED_REPLY_CHANGED', targetId: reply.id, payload: { verb: 'create' } });
    return reply;
  },
  ({ em }, id) => em.findOneOrFail(CannedReply, id),
);

async function find({ em }: Writing, id: string): Promise<CannedReply> {
  const reply = await em.findOne(CannedReply, id);
  if (reply === null) throw new DomainError('NOT_FOUND');
  return reply;
}

/** Errors: NOT_FOUND, INPUT_INVALID. */
export async function updateCannedReply(
  tx: Writing,
  { id, ...input }: CannedReplyWords & { readonly id: string },
): Promise<CannedReply> {
  requirePermission(tx.actor, 'ticket:handle');
  const reply = await find(tx, id);
  const words = tidied(input);
  requireVariables(words.content);
  await requireFreeName(tx, words, id);
  Object.assign(reply, words);
  tx.record({ action: 'CANNED_REPLY_CHANGED', targetId: id, payload: { verb: 'update' } });
  return reply;
}

/** Errors: NOT_FOUND. */
export async function deleteCannedReply(tx: Writing, { id }: { readonly id: string }): Promise<string> {
  requirePermission(tx.actor, 'ticket:handle');
  const reply = await find(tx, id);
  tx.em.remove(reply);
  tx.record({ action: 'CANNED_REPLY_CHANGED', targetId: id, payload: { verb: 'delete' } });
  return id;
}

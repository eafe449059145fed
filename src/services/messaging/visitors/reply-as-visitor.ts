import { receiveFile, type IncomingFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import { takeTokenTry } from '../../platform/mailed-tokens.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { mostSampleBytes } from './request-free-sample.ts';
import { visibleText } from './receive-form.ts';
import { takeVisitorMessage } from './visitor-message.ts';
import { openByVisitorToken } from './visitor-token.ts';

export interface ReplyAsVisitor {
  readonly token: string;
  readonly content: string;
  readonly file?: Promise<IncomingFile> | null | undefined;
}

type Needed = Parameters<typeof receiveFile>[0] & Pick<AppContext, 'run' | 'limits'>;

/**
 * Whoever holds the link goes on writing, and may send a file along. Answers the visitor’s id. Errors: TOKEN_INVALID, CONVERSATION_CLOSED,
 * INPUT_INVALID, RATE_LIMITED, and those of files.
 */
export async function replyAsVisitor(ctx: Needed, { file, ...reply }: ReplyAsVisitor): Promise<string> {
  const slotKey = subscriberOf(ctx.actor.address);
  const content = visibleText('content', reply.content);
  await takeTokenTry(ctx);
  await ctx.limits.take('visitor-message/address', slotKey);
  if (!file) return ctx.run(write, { token: reply.token, content, fileId: null });
  return receiveFile(ctx, {
    upload: file,
    kinds: ['DOCUMENT', 'IMAGE'],
    mostBytes: mostSampleBytes,
    withoutOwner: { slotKey },
    needsScan: 'REQUIRED',
    permit: async () => void (await ctx.run(openToWrite, reply)),
    attach: (tx, { id: fileId }) => write(tx, { token: reply.token, content, fileId }),
  });
}

async function openToWrite(tx: Tx<'em' | 'now'>, asked: { readonly token: string }) {
  const opened = await openByVisitorToken(tx, asked);
  if (opened.conversation.status === 'CLOSED') throw new DomainError('CONVERSATION_CLOSED');
  return opened;
}

async function write(
  tx: Tx<'em' | 'now' | 'emit' | 'publish' | 'record' | 'enqueue'>,
  { token, ...message }: { readonly token: string; readonly content: string; readonly fileId: string | null },
): Promise<string> {
  const { visitor } = await openToWrite(tx, { token });
  await takeVisitorMessage(tx, visitor, message);
  return visitor.id;
}

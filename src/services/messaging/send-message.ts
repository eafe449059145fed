import { Conversation } from '../../entities/messaging/conversation.entity.ts';
import { MessageAttachment, type Message } from '../../entities/messaging/message.entity.ts';
import { fileKinds } from '../../entities/files/stored-file.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { byArrival, discardFile, receiveFile, type IncomingFile } from '../files/index.ts';
import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { writing } from '../platform/orm/values.ts';
import type { Needs, Surroundings } from '../platform/scope.ts';
import { demandPlace } from './conversation.policy.ts';
import { say } from './say.ts';

export interface SendMessage {
  readonly conversationId: string;
  readonly content: string;
  readonly attachments: readonly Promise<IncomingFile>[];
}

type SendNeeds = Pick<Surroundings, 'run' | 'db' | 'actor' | 'config' | 'vault' | 'uploadSlots'>;

/** Someone says something and may send files along. Errors: NOT_FOUND, MESSAGE_EMPTY, those of files. */
export async function sendMessage(needs: SendNeeds, { conversationId, content, attachments }: SendMessage): Promise<Message> {
  const text = content.trim();
  await demandPlace(needs, conversationId);
  if (text === '' && attachments.length === 0) throw new DomainError('MESSAGE_EMPTY');
  const fileIds: string[] = [];
  try {
    for await (const { index, upload } of byArrival(attachments)) {
      fileIds[index] = await receiveFile(needs, { upload, field: `input.attachments.${index}`, kinds: fileKinds, attach: async (_scope, file) => file.id });
    }
    return await needs.run(postMessage, { conversationId, text, fileIds });
  } catch (error) {
    const received = fileIds.filter((id) => id !== undefined);
    if (received.length > 0) await needs.run(dropFiles, received);
    throw error;
  }
}

/** The message and its files, in one transaction; whether the sender may still speak is asked again in it. */
async function postMessage(
  scope: Needs<'em' | 'actor' | 'now' | 'emit' | 'announce' | 'record'>, { conversationId, text, fileIds }: { conversationId: string; text: string; fileIds: readonly string[] },
): Promise<Message> {
  const place = await demandPlace({ db: writing(scope.em).db, actor: scope.actor }, conversationId);
  const conversation = await scope.em.findOneOrFail(Conversation, conversationId);
  const message = await say(scope, { conversation, content: text, type: place === 'ADMIN' ? 'ADMIN_MESSAGE' : 'USER_MESSAGE', senderId: personOf(scope.actor) });
  for (const file of fileIds) scope.em.create(MessageAttachment, { message, file });
  scope.record({ action: 'MESSAGE_SENT', targetType: 'message', targetId: message.id, payload: { conversationId, attachments: fileIds.length } });
  return message;
}

/** Files that came in for a message that was never sent. */
async function dropFiles(scope: Needs<'em' | 'now' | 'record' | 'enqueue'>, fileIds: readonly string[]): Promise<void> {
  for (const file of await scope.em.find(StoredFile, { id: [...fileIds], deletedAt: null })) await discardFile(scope, file);
}

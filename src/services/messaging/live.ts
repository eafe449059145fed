import type { LiveTopic, PassingTopic } from '../platform/context.ts';

/** What is said in a conversation: its key is the conversation's id, its payload `{ messageId, audience }`. */
export const messageAdded: LiveTopic = { name: 'messageAdded' };
/** What was said and has changed: edited, deleted, pinned. Keyed and written as `messageAdded`. */
export const messageChanged: LiveTopic = { name: 'messageChanged' };
/** Something of a conversation that a person is in: its key is the person's id, its payload `{ conversationId }`. */
export const conversationUpdated: LiveTopic = { name: 'conversationUpdated' };
/** Somebody writes in a conversation just now: its key is the conversation's id, its payload `{ userId, audience, until }`. */
export const typing: PassingTopic = { name: 'typing', isPassing: true };

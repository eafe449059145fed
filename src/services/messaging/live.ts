import type { LiveTopic } from '../platform/context.ts';

/** What is said in a conversation: its key is the conversation's id, its payload `{ messageId }`. */
export const messageAdded: LiveTopic = { name: 'messageAdded' };

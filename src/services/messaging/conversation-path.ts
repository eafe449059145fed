/** Where people find a conversation in the front-end. */
export const conversationPath = (conversationId: string): string => `/conversations/${conversationId}`;

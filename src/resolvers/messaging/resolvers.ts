import { ConversationAdminResolver } from './conversation.admin.resolver.ts';
import { ConversationResolver } from './conversation.resolver.ts';
import { ConversationSearchResolver, MessageSearchResolver } from './message-search.resolver.ts';
import { MessageLiveResolver } from './message.live.resolver.ts';
import { MessageResolver } from './message.resolver.ts';
import { VisitorAdminResolver } from './visitor.admin.resolver.ts';
import { VisitorPublicResolver } from './visitor.public.resolver.ts';
import { OwnConversationResolver } from './own-conversation.resolver.ts';

/** Conversations and messages. */
export const messagingResolvers = [
  ConversationResolver,
  MessageSearchResolver,
  ConversationSearchResolver,
  MessageLiveResolver,
  OwnConversationResolver,
  ConversationAdminResolver,
  MessageResolver,
  VisitorPublicResolver,
  VisitorAdminResolver,
] as const;

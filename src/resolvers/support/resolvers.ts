import { CannedReplyAdminResolver } from './canned-reply.admin.resolver.ts';
import { SupportSettingsAdminResolver } from './support-settings.admin.resolver.ts';
import { TicketAdminResolver } from './ticket.admin.resolver.ts';
import { TicketLiveResolver } from './ticket.live.resolver.ts';
import { TicketResolver } from './ticket.resolver.ts';
import { TicketWatchersAdminResolver } from './ticket-watchers.admin.resolver.ts';
import { VisitorTicketPublicResolver } from './visitor-ticket.public.resolver.ts';

export const supportResolvers = [
  TicketResolver,
  TicketAdminResolver,
  TicketLiveResolver,
  TicketWatchersAdminResolver,
  VisitorTicketPublicResolver,
  SupportSettingsAdminResolver,
  CannedReplyAdminResolver,
] as const;

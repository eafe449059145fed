import { CannedReplyAdminResolver } from './canned-reply.admin.resolver.ts';
import { SupportSettingsAdminResolver } from './support-settings.admin.resolver.ts';
import { TicketAdminResolver } from './ticket.admin.resolver.ts';
import { TicketLiveResolver } from './ticket.live.resolver.ts';
import { TicketResolver } from './ticket.resolver.ts';
import { TicketWatchersAdminResolver } from './ticket-watchers.admin.resolver.ts';

export const supportResolvers = [
  TicketResolver,
  TicketAdminResolver,
  TicketLiveResolver,
  TicketWatchersAdminResolver,
  SupportSettingsAdminResolver,
  CannedReplyAdminResolver,
] as const;

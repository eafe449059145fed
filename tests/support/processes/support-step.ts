/** A step of support or of notifications at the instant `NOW`, in a process that dies at the passage `CRASH_AT`. */
import { createApp } from '../../../src/app.ts';
import { system, type Actor } from '../../../src/services/access/actor.ts';
import { releaseHeldMessage } from '../../../src/services/messaging/index.ts';
import { mailUnread } from '../../../src/services/messaging/mail-unread.ts';
import { adoptConversations } from '../../../src/services/messaging/visitors/adopt-conversations.ts';
import { sendBroadcast } from '../../../src/services/notifications/broadcasts/send-broadcast.ts';
import { sendDigests } from '../../../src/services/notifications/digests/send-digests.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';
import { mergeTickets } from '../../../src/services/support/index.ts';

const setting = <T>(name: string): T => JSON.parse(process.env[name] ?? '{}') as T;
const now = new Date(process.env['NOW'] ?? '');
const app = await createApp(readConfig(), {
  database: setting<DatabaseSettings>('TEST_DATABASE'),
  clock: { now: () => now },
});
const ctx = app.contextFor({ actor: process.env['ACTOR'] ? setting<Actor>('ACTOR') : system, requestId: 'step' });
const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  digests: async () => sendDigests(ctx, {}),
  unread: () =>
    ctx.run(mailUnread, {
      ...setting<{ messageId: string; userId: string }>('INPUT'),
      sources: ctx.conversationSources,
    }),
  merge: () => ctx.run(mergeTickets, setting('INPUT')),
  async adoption() {
    const { userId, heldMessageId } = setting<{ userId: string; heldMessageId: string }>('INPUT');
    await ctx.run(releaseHeldMessage, { heldMessageId });
    await ctx.run(adoptConversations, { userId, sources: ctx.conversationSources });
  },
  broadcast: () => ctx.run(sendBroadcast, setting('INPUT')),
};
await steps[process.env['STEP'] ?? '']?.();
process.exit(0);

import { globSync } from 'node:fs';
import { commentsOf, notice, table } from './text.mjs';

const isEvent = (value) => typeof value?.name === 'string' && typeof value.payload?.safeParse === 'function';

/** What the seeds call events, and where the same is heard of here. */
const seedNames = [
  [
    '`admin.notification.created`',
    '`notification.broadcast` where it is for many; live: `Subscription.notificationAdded` of each admin',
  ],
  [
    '`user.notification.created`',
    '`Subscription.notificationAdded` and `Subscription.unreadCountChanged` of the person',
  ],
  ['`invoice.generated`', '`invoice.issued` (it has its number), then `invoice.ready` (its PDF can be downloaded)'],
];

/** docs/events.md: what happens, and who does something about it. */
export async function eventsPage() {
  const { subscriptions } = await import('../../src/modules.ts');
  const rows = [];
  for (const file of globSync('src/services/**/events.ts')
    .map((path) => path.replaceAll('\\', '/'))
    .sort()) {
    const comments = commentsOf(file);
    for (const [name, event] of Object.entries(await import(`../../${file}`))) {
      if (!isEvent(event)) continue;
      const subscribers = subscriptions
        .filter((subscription) => subscription.event.name === event.name)
        .map(({ task }) => `\`${task.kind}\``);
      rows.push([
        `\`${event.name}\``,
        comments.get(name) ?? '',
        Object.keys(event.payload.shape ?? {})
          .map((key) => `\`${key}\``)
          .join(' '),
        subscribers.join('<br>') || '—',
      ]);
    }
  }
  return `${notice('the domains’ `events.ts` and src/modules.ts')}# Events

A domain event is a row written in the transaction of the change that caused it. In the same transaction each subscriber
gets its own job, with its own retries and its own dead letter; jobs run at least once, after the commit. Payloads hold ids
and short facts.

${table(['Event', 'What it means', 'Payload', 'Jobs of its subscribers'], rows)}

## Names of the seeds

${table(['In the seeds', 'Here'], seedNames)}
`;
}

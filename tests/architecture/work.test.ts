import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { EventType } from '../../src/services/platform/context.ts';
import type { TaskDefinition } from '../../src/services/platform/task.ts';
import { schedules } from '../../src/modules.ts';
import { subscriptions } from '../../src/modules.ts';
import { tasks } from '../../src/modules.ts';

/** What happens after a commit is complete: every queued job has a handler, every published event has a subscriber. */
const services = resolve(import.meta.dirname, '../../src/services');

/** Events that nobody does anything about, and why that is right. */
const unheard: Readonly<Record<string, string>> = {
  'conversation.opened': 'who takes part sees it live; the message that opens it is mailed',
  'conversation.closed': 'who takes part sees it live',
  'conversation.assigned': 'the lists of the team show it; what is said from then on is mailed to them',
  'message.edited': 'messageChanged shows it live',
  'message.deleted': 'messageChanged shows it live; its notifications are withdrawn in the same transaction',
  'backup.completed': 'backupProgress shows it live; only failures are news',
  'backup.pruned': 'the audit log has it',
  'drill.completed': '/health and the list of drills have it; only failures are news',
  'restore.failed': 'whoever asked for it sees it; job.died alerts the admins',
  'restore.completed': 'whoever asked for it sees it; the audit log notifies the other admins',
  'order.late': 'orderUpdated shows it live; the reminder of the next working day is mailed',
  'order.completed': 'the delivery that completes it is mailed as such',
  'booking.approved': 'booking.confirmed or booking.held follows in the same transaction, and is mailed',
  'booking.no-show': 'the artisan says so themself',
  'order.deleted': 'it never had a payment, and nobody works on it',
  'order.quoted-for': 'the quote is mailed when it is printed',
  'invoice.credited': 'the buyer is notified of the credit note when it is ready',
  'invoice.sent': 'the mail is queued in the same transaction',
  'calendar.connected': 'whoever connects it sees it; its reading is queued in the same transaction',
  'calendar.disconnected': 'whoever disconnects it knows',
  'email.bounced': 'the delivery shows it, and email.suppressed follows in the same transaction',
  'email.suppressed': 'admins are notified when a mail that mattered is not sent',
  'notification.broadcast': 'those it is for are notified in the same transaction',
  'sms.opted-out': 'the sender asks before each text; for products that keep wishes of their own',
  'slot.freed': 'for a waiting list, and for other domains',
  'key.rotated': 'the operator who rotates reads it; the audit log has it',
  'invoice.overdue': 'the lists of invoices show it',
  'payment.completed': 'the order notifies its own people that it is paid',
  'payment.reversed': 'the admin who records it writes to the customer; the invoice shows that it is owed',
  'guest-order.started': 'the mail with its link is queued in the same transaction',
  'guest-order.expired': 'the mail, where a manuscript was destroyed, is queued in the same transaction',
  'page.unpublished': 'whoever took it down, or planned it, knows',
  'plan.past-due': 'the reminder of that day says it',
  'price-item.changed': 'for front-ends and the lists of providers, which an operator brings in line',
  'quote.expired': 'nobody answered, and admins find it among the quotes',
  'ticket.answered': 'messaging notifies of the message, and mails it when it stays unread',
  'ticket.breached': 'whoever has it and the admins get a mail, queued in the same transaction',
  'ticket.merged': 'the mail is queued in the same transaction',
  'ticket.opened': 'the mail is queued in the same transaction, and messaging notifies of the first message',
  'upload.finished': 'the live progress of the upload shows it',
  'upload.refused': 'the live progress of the upload shows it',
  'visitor.wrote': 'messaging notifies of the message, or of its being held',
  'user.registered': 'the activation mail is queued in the same transaction',
};

const isEvent = (value: unknown): value is EventType =>
  hasPayload(value) && 'name' in value && typeof value.name === 'string';
const isJob = (value: unknown): value is TaskDefinition =>
  hasPayload(value) && 'kind' in value && typeof value.kind === 'string';
const hasPayload = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && 'payload' in value && value.payload instanceof Object;

const events = new Set<string>();
const kinds = new Set<string>();
beforeAll(async () => {
  const files = globSync('**/*.ts', { cwd: services }).map((file) => resolve(services, file));
  for (const file of files.filter((path) => /EventType|defineTask/.test(readFileSync(path, 'utf8')))) {
    for (const value of Object.values((await import(file)) as Record<string, unknown>)) {
      if (isEvent(value)) events.add(value.name);
      if (isJob(value)) kinds.add(value.kind);
    }
  }
});

const done = new Set(tasks.map(({ definition }) => definition.kind));

test('every kind of job has exactly one task', () => {
  expect(kinds.size).toBeGreaterThan(10);
  expect(tasks).toHaveLength(done.size);
  expect([...kinds].filter((kind) => !done.has(kind))).toEqual([]);
});

test('what is subscribed or scheduled is done by a task', () => {
  const asked = [...subscriptions, ...schedules].map(({ task }) => task.kind);
  expect(asked.filter((kind) => !done.has(kind))).toEqual([]);
});

test('every event is heard, or it is said why not', () => {
  expect(events.size).toBeGreaterThan(10);
  const heard = new Set(subscriptions.map(({ event }) => event.name));
  expect([...events].filter((name) => !heard.has(name)).sort()).toEqual(Object.keys(unheard).sort());
});

test('a job of a subscription takes the payload of its event', () => {
  const samples = subscriptions.map(
    ({ event, task }) => [event.name, task.kind, shapeOf(task).filter((key) => !shapeOf(event).includes(key))] as const,
  );
  expect(samples.filter(([, , missing]) => missing.length > 0)).toEqual([]);
});

/** The names of what a payload must hold. */
function shapeOf({ payload }: { payload: unknown }): string[] {
  const { shape = {} } = payload as { shape?: Record<string, { safeParse(value: unknown): { success: boolean } }> };
  return Object.keys(shape).filter((key) => !shape[key]?.safeParse(undefined).success);
}

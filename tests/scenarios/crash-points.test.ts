import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { receiveWebhook } from '../../src/services/billing/index.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { system } from '../../src/services/access/actor.ts';
import { engine } from '../support/database.ts';
import { openCounting, readBooks, unfinishedJobs, type Counting } from '../support/money.ts';
import { spawnModule } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';

/**
 * Every named point of the sources, at its first passage; but those of opening a page, whose failures `tests/services/billing/checkout.test.ts` has,
 * of forms, holds and saved cards, which `card-crash-points.test.ts` has,
 * of prices at the provider, whose failures `tests/services/billing/price-sync.test.ts` has,
 * of refreshing a session, which `lost-refresh.test.ts` has,
 * of refunding, which `refund-crash-points.test.ts` has,
 * of pushes to a phone, which `push-crash-points.test.ts` has,
 * of drafts, credit notes, disputes, payments by hand and the reconciliation, which `ledger-crash-points.test.ts` has,
 * of quotes, which `quote-crash-points.test.ts` has,
 * of deliveries and cancellations, which `order-crash-points.test.ts` has,
 * of orders without an account, which `guest-crash-points.test.ts` has,
 * of bookings, their events in calendars and their texts, which `booking-crash-points.test.ts` has,
 * of backups, restores and prunings, which `tests/services/backups/kills.test.ts` has,
 * of publications, which `page-crash-points.test.ts` has,
 * of uploads, which `uploads-killed.test.ts` has,
 * and the one that no payment passes: giving back what a dead process held.
 * The embedded database has them all, the other every sixth of them: the code between the points is the same.
 * `STORM=full` dies at every passage of every point instead, one by one.
 */
const names = globSync('src/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/crashPoint\('([^']+)'\)/g)].map(([, name]) => name as string),
);
const ofOthers = [
  // Of what is written without an account: `merged-and-killed.test.ts`.
  'held-message-posted',
  'held-message-released',
  'conversation-adopted',
  'visitor-adopted',
  // Of data keys that are made anew: `tests/services/files/key-rotation.test.ts`.
  'after-resealed-bytes',
  'after-key-wrapped-anew',
  'after-keys-wrapped-anew',
  'after-wrapped-keys-written',
  // Of actions on many documents: `tests/services/archive/filing.test.ts`.
  'after-run-content',
  'before-run-item',
  'after-run-item',
  'upload-segment-stored',
  'upload-judged',
  'upload-completed',
  'after-payment-row',
  'after-session-opened',
  'after-intent-begun',
  'after-hold-ended',
  'after-card-read',
  // Of renewals of plans: `renewal-crash-points.test.ts`.
  'after-card-charged',
  'after-refund-row',
  'after-refund-begun',
  'after-refund-asked',
  'after-refund-read',
  'after-credit-counter',
  'after-credit-note',
  'after-push-row',
  'after-push-sent',
  'after-push-read',
  'after-draft-issued',
  'after-balance-lowered',
  'after-offline-payment',
  'after-reversal',
  'after-loss',
  'after-disputes-read',
  'after-disputes',
  'after-page',
  'after-differences',
  'after-mended',
  'after-quote-counter',
  'after-quote-pdf',
  'after-acceptance',
  'after-price-sync',
  'after-delivery',
  'after-cancellation',
  'after-guest-checkout-begun',
  'after-guest-order-paid',
  'after-guest-account',
  'after-guest-order-placed',
  'after-guest-order-attached',
  'after-slot-taken',
  'after-booking-written',
  'after-booking-expired',
  'after-booking-confirmed',
  'after-booking-cancelled',
  'after-cancelled-time-freed',
  'after-deposit-given-back',
  'after-old-time-freed',
  'after-new-time-taken',
  'after-booking-moved',
  'after-event-planned',
  'after-event-written',
  'after-backup-piece',
  'after-backup-object',
  'before-backup-manifest',
  'after-backup-manifest',
  'after-restored-piece',
  'after-restored-object',
  'after-prune-marked',
  'after-prune-claimed',
  'after-prune-removed',
  'after-revised-manifest',
  'after-document-sealed',
  'after-document-restored',
  'page-shown',
  'page-schedule-done',
  // Of reminders of due dates: `due-dates.test.ts`.
  'order-reminder-claimed',
  'order-reminder-written',
  'session-rotated',
  'process-given-back',
  'sms-begun',
  'sms-handed-over',
  // Of digests, merged tickets and broadcasts: `one-digest-and-a-kill.test.ts`, `merged-and-killed.test.ts`.
  'digests-queued',
  'digests-moved-on',
  'conversation-mail-queued',
  'ticket-messages-moved',
  'ticket-merged',
  'broadcast-notified',
  'broadcast-mailed',
];
const mostPassages = 250;
const isFull = process.env['STORM'] === 'full';
const points = isFull
  ? Array.from({ length: mostPassages }, (_, i) => String(i + 1))
  : names.filter((name, i) => !ofOthers.includes(name) && (engine === 'sqlite' || i % 6 === 0));

let counting: Counting;
let ahead = 0;
beforeAll(async () => {
  // What is tried again later is due at once: each recovery looks from a little later.
  counting = await openCounting({}, { now: () => new Date(Date.now() + ahead) });
});
afterAll(() => counting.close());

/** The provider sends again what was not answered; what a dead process held is given back. */
async function recover(event: { body: string; signature: string }): Promise<void> {
  const ctx = counting.app.contextFor({ actor: system, requestId: 'again' });
  await receiveWebhook(ctx, {
    provider: providersAble(counting.app.services.payments, 'events')[0]!,
    rawBody: Buffer.from(event.body),
    signature: event.signature,
  });
  // Less than a minute: the next process must not stand well before the last invoice.
  ahead = 30_000;
  await until(
    'nothing is left to do',
    async () => {
      await counting.app.worker.runDue();
      return (await unfinishedJobs(counting)).length === 0;
    },
    60_000,
  );
  ahead = 0;
}

test('a crash at any named point of a payment’s life loses nothing and doubles nothing', async () => {
  let payments = 0;
  let lived = 0;
  for (const point of points) {
    const [page] = await counting.openPages(1);
    payments += 1;
    const event = await counting.checkout.pay(page as string);
    const { ended, output } = spawnModule('tests/support/processes/paid-once.ts', {
      ...counting.environment,
      EVENT: JSON.stringify(event),
      CRASH_AT: point,
    });
    const end = await ended;
    if (end === 0) lived += 1;
    expect([point, end, end === 0 || end === 'SIGKILL' ? '' : output()]).toEqual([
      point,
      end === 0 ? 0 : 'SIGKILL',
      '',
    ]);
    await recover(event);
    expect([point, await readBooks(counting)]).toMatchObject([
      point,
      {
        orders: { PAID: payments },
        payments: { PAID: payments },
        events: { APPLIED: payments },
        invoices: { count: payments, numbers: `1..${payments}`, subjects: payments },
        wrongBalances: [],
        unfinishedJobs: [],
        auditLog: 'OK',
      },
    ]);
    // Counted by passages, the loop ends at the first process that passes no more of them.
    if (lived > 0) break;
  }
  if (isFull) expect([payments > 18, lived]).toEqual([true, 1]);
  else expect([payments, lived]).toEqual([points.length, 0]);
}, 600_000);

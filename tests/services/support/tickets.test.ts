import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Ticket } from '../../../src/entities/support/ticket.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { addBusinessMinutes, instantAt, isOpenAt } from '../../../src/services/kernel/business-time.ts';
import { dashboard, verifyFigures } from '../../../src/services/insights/index.ts';
import { listMessages, sendMessage } from '../../../src/services/messaging/index.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import type { TaskDefinition } from '../../../src/services/platform/task.ts';
import {
  assignTicket,
  closeTicket,
  createTicket,
  getTicket,
  listTickets,
  mergeTickets,
  reopenTicket,
  resolveTicket,
  setBusinessCalendar,
  setTicketPriority,
  setTicketStatus,
  takeTicket,
  ticketStats,
  waitedMinutesOf,
  waitTicket,
  type TicketRow,
} from '../../../src/services/support/index.ts';
import { lapseTicketsTask } from '../../../src/services/support/lapse-tickets.ts';
import { hoursOf, type CalendarVersion } from '../../../src/services/support/sla/calendar.ts';
import { escalateTicketsTask } from '../../../src/services/support/sla/escalate.ts';
import { supportPersonalData } from '../../../src/services/support/personal-data.ts';
import { DAY, MINUTE, SECOND, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { codeOf, order, person, type Person } from '../orders/orders-fixture.ts';

const zone = 'Europe/Paris';
const at = (date: string, time = '09:00'): Date => instantAt(date, time, zone);
/** A Monday. */
const clock = testClock(at('2026-11-30'));

let env: AppEnvironment;
let customer: Person;
let other: Person;
let admin: Person;
let agent: Person;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  customer = await person(env);
  other = await person(env);
  admin = await person(env, 'ADMIN');
  agent = await person(env, 'ADMIN');
});
afterAll(() => env.close());

const work = () => env.app.worker.runDue();
const open = async (title: string, { actor }: Person = customer): Promise<string> =>
  (await createTicket(env.contextFor(actor), { title, description: `${title}, en détail` })).id;
const see = (id: string, { actor }: Person = admin): Promise<TicketRow> => getTicket(env.contextFor(actor), id);
const instant = (value: unknown): string | null => (value === null ? null : instantFrom(value).toISOString());
const conversationOf = async (ticketId: string): Promise<string> =>
  (await env.db.selectFrom('conversation').select('id').where('context_id', '=', ticketId).executeTakeFirstOrThrow())
    .id;
async function say(ticketId: string, { actor }: Person, content: string, audience: 'ALL' | 'ADMIN' = 'ALL') {
  const conversationId = await conversationOf(ticketId);
  await sendMessage(env.contextFor(actor), { conversationId, content, audience, attachments: [] });
  await work();
}
const said = async (ticketId: string, { actor }: Person) =>
  (
    await listMessages(env.contextFor(actor), {
      conversationId: await conversationOf(ticketId),
      first: 50,
      orderBy: 'CREATED_AT_ASC',
    })
  ).nodes.map(({ content }) => content);
const run = <I>(useCase: (tx: never, input: I) => Promise<unknown>, input: I, { actor }: Person = admin) =>
  env.run(useCase as never, input, actor as Actor) as Promise<Ticket>;
async function perform(task: TaskDefinition<Record<string, never>>): Promise<void> {
  await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(task, {}), undefined);
  await work();
}
const mailsAbout = async (ticketId: string): Promise<string[]> => {
  const { reference } = await see(ticketId);
  const rows = await env.db.selectFrom('email_delivery').select(['template', 'recipient_id', 'data']).execute();
  const names = new Map([
    [customer.id, 'customer'],
    [admin.id, 'admin'],
    [agent.id, 'agent'],
  ]);
  return rows
    .filter(({ data }) => JSON.stringify(data).includes(reference) && !JSON.stringify(data).includes('orderTitle'))
    .map((row) => `${row.template} ${names.get(row.recipient_id ?? '') ?? 'somebody'}`)
    .sort();
};

describe('business time', () => {
  const usual: CalendarVersion = {
    ...{ validFrom: '0001-01-01', zone, region: 'metropole', exceptions: [] },
    week: [
      ...Array<{ from: string; to: string }[]>(5).fill([
        { from: '09:00', to: '12:30' },
        { from: '13:30', to: '18:00' },
      ]),
      [],
      [],
    ],
  };
  const always: CalendarVersion = {
    ...usual,
    ...{ region: null, week: Array<{ from: string; to: string }[]>(7).fill([{ from: '00:00', to: '24:00' }]) },
  };

  test('goes over a holiday and a weekend, and keeps wall time at both changes of the clock', () => {
    const hours = hoursOf([usual]);
    expect(addBusinessMinutes(hours, at('2026-04-30', '16:30'), 240)).toEqual(at('2026-05-04', '11:30'));
    expect(addBusinessMinutes(hours, at('2026-03-27', '17:00'), 120)).toEqual(at('2026-03-30', '10:00'));
    expect(addBusinessMinutes(hours, at('2026-10-23', '17:00'), 120)).toEqual(at('2026-10-26', '10:00'));
  });

  test('a full day is open without a lost minute, an exception takes the place of the week, none at all has no end', () => {
    expect(addBusinessMinutes(hoursOf([always]), at('2026-03-28', '12:00'), 24 * 60)).toEqual(
      new Date(at('2026-03-28', '12:00').getTime() + DAY),
    );
    const bridged = hoursOf([
      { ...usual, exceptions: [{ date: '2026-04-30', windows: [{ from: '09:00', to: '17:00' }] }] },
    ]);
    expect(addBusinessMinutes(bridged, at('2026-04-30', '16:30'), 240)).toEqual(at('2026-05-04', '12:30'));
    const never = hoursOf([{ ...usual, week: Array<[]>(7).fill([]) }]);
    expect(addBusinessMinutes(never, at('2026-04-30'), 1)).toBeNull();
    expect(isOpenAt(never, at('2026-04-30', '10:00'))).toBe(false);
  });

  test('each date has the hours of its version', () => {
    const hours = hoursOf([{ ...always, validFrom: '2026-12-05' }, usual]);
    expect(addBusinessMinutes(hours, at('2026-12-04', '17:00'), 120)).toEqual(at('2026-12-05', '01:00'));
  });
});

describe('a ticket', () => {
  test('is numbered, has its targets and its conversation, and whoever opened it gets a mail', async () => {
    const id = await open('Facture introuvable');
    const ticket = await see(id, customer);
    expect(ticket.reference).toMatch(/^T-2026-\d{5}$/);
    expect([instant(ticket.firstResponseDueAt), instant(ticket.resolutionDueAt)]).toEqual([
      at('2026-11-30', '18:00').toISOString(),
      at('2026-12-04', '18:00').toISOString(),
    ]);
    await work();
    expect(await said(id, customer)).toEqual(['Facture introuvable, en détail']);
    expect(await mailsAbout(id)).toEqual(['ticket-opened customer']);
    expect(Number((await see(await open('Une autre'))).reference.slice(-5))).toBe(
      Number(ticket.reference.slice(-5)) + 1,
    );
  });

  test('of somebody else does not exist, and an order must be one’s own', async () => {
    const id = await open('À moi');
    expect(await codeOf(see(id, other))).toBe('NOT_FOUND');
    expect(await codeOf(run(resolveTicket, { ticketId: id }, other))).toBe('NOT_FOUND');
    expect(await codeOf(run(resolveTicket, { ticketId: id }, customer))).toBe('FORBIDDEN');
    const foreign = (await order(env, { customer: other })).id;
    const asked = { title: 'Retard', description: 'Où en est-elle ?', orderId: foreign };
    expect(await codeOf(createTicket(env.contextFor(customer.actor), asked))).toBe('INPUT_INVALID');
    const own = (await order(env, { customer })).id;
    expect((await createTicket(env.contextFor(customer.actor), { ...asked, orderId: own })).orderId).toBe(own);
  });

  test('is first answered by a public message of the team, not by a note; waiting stops the clock of the resolution only', async () => {
    clock.set(at('2026-12-01', '09:00'));
    const id = await open('Question');
    await run(takeTicket, { ticketId: id });
    clock.set(at('2026-12-01', '10:00'));
    await say(id, admin, 'Entre nous', 'ADMIN');
    expect((await see(id)).firstResponseAt).toBeNull();
    clock.set(at('2026-12-01', '10:30'));
    await say(id, admin, 'Laquelle ?');
    await run(waitTicket, { ticketId: id });
    expect(instant((await see(id)).firstResponseAt)).toBe(at('2026-12-01', '10:30').toISOString());
    expect(await said(id, customer)).not.toContain('Entre nous');
    clock.set(at('2026-12-02', '10:30'));
    await say(id, customer, 'Celle de mai');
    const answered = await see(id);
    expect([answered.status, await waitedMinutesOf(env.contextFor(), answered, zone)]).toEqual(['IN_PROGRESS', 480]);
    expect(instant(answered.resolutionDueAt)).toBe(at('2026-12-08', '18:00').toISOString());
    await run(setTicketPriority, { ticketId: id, priority: 'CRITICAL' });
    expect(instant((await see(id)).firstResponseDueAt)).toBe(at('2026-12-01', '10:00').toISOString());
  });

  test('is resolved, reopened by an answer within a fortnight, closed with an opinion; what comes later begins another one', async () => {
    clock.set(at('2026-12-03', '09:00'));
    const id = await open('Mot de passe');
    await say(id, admin, 'C’est fait.');
    await run(resolveTicket, { ticketId: id });
    clock.set(at('2026-12-04', '09:00'));
    await say(id, customer, 'Pas encore.');
    expect((await see(id)).status).toBe('IN_PROGRESS');
    await run(setTicketStatus, { ticketId: id, status: 'RESOLVED' });
    await run(closeTicket, { ticketId: id, satisfaction: 5, comment: ' Merci ' }, customer);
    expect(await see(id)).toMatchObject({ status: 'CLOSED', satisfaction: 5, comment: 'Merci' });
    expect(await codeOf(run(reopenTicket, { ticketId: id }))).toBe('ACTION_NOT_ALLOWED');
    clock.set(at('2026-12-07', '09:00'));
    await say(id, customer, 'Encore une chose');
    const { nodes } = await listTickets(env.contextFor(admin.actor), { first: 1, filter: { text: 'encore chose' } });
    expect(nodes[0]).toMatchObject({ followsId: id, status: 'OPEN', description: 'Encore une chose' });
    expect(await said(nodes[0]?.id ?? '', customer)).toEqual(['Encore une chose']);
    expect(await said(id, customer)).toEqual(['Mot de passe, en détail', 'C’est fait.', 'Pas encore.']);
  });

  test('that waits is asked for twice and given up after ten working days; what was resolved is closed after a fortnight', async () => {
    clock.set(at('2026-12-07', '09:30'));
    const id = await open('Sans suite');
    await run(waitTicket, { ticketId: id });
    for (const day of ['2026-12-11', '2026-12-14', '2026-12-15', '2026-12-18']) {
      clock.set(at(day, '09:20'));
      await perform(lapseTicketsTask);
    }
    expect((await see(id)).status).toBe('WAITING');
    clock.set(at('2026-12-21', '09:20'));
    await perform(lapseTicketsTask);
    expect((await see(id)).status).toBe('RESOLVED');
    expect((await mailsAbout(id)).filter((mail) => !mail.startsWith('ticket-escalated'))).toEqual([
      'ticket-opened customer',
      'ticket-resolved customer',
      'ticket-waiting customer',
      'ticket-waiting customer',
    ]);
    clock.set(at('2027-01-04', '09:20'));
    await perform(lapseTicketsTask);
    expect((await see(id)).status).toBe('CLOSED');
  });

  test('is warned of once each within the hours, and not after an answer of the same second', async () => {
    clock.set(at('2027-01-05', '14:00'));
    const id = await open('Pressé');
    await run(assignTicket, { ticketId: id, userId: agent.id });
    await run(setTicketPriority, { ticketId: id, priority: 'HIGH' });
    const kept = await open('Répondu à temps');
    await run(takeTicket, { ticketId: kept });
    await run(setTicketPriority, { ticketId: kept, priority: 'HIGH' });
    const alone = await open('Seul');
    // 240 minutes from 14:00 are over at 18:00, when nobody is warned any more.
    clock.set(at('2027-01-05', '18:00'));
    await say(kept, admin, 'Voilà');
    await perform(escalateTicketsTask);
    expect((await see(id)).escalatedAt).toBeNull();
    clock.set(at('2027-01-06', '09:00'));
    for (let minute = 0; minute < 2; minute += 1) {
      await perform(escalateTicketsTask);
      clock.advance(MINUTE);
    }
    expect((await mailsAbout(id)).filter((mail) => mail.startsWith('ticket-escalated'))).toEqual([
      'ticket-escalated admin',
      'ticket-escalated agent',
    ]);
    expect((await mailsAbout(kept)).filter((mail) => mail.startsWith('ticket-escalated'))).toEqual([]);
    expect((await mailsAbout(alone)).filter((mail) => mail === 'ticket-escalated admin')).toHaveLength(1);
    expect(
      await env.db.selectFrom('audit_entry').select('target_id').where('action', '=', 'TICKET_BREACHED').execute(),
    ).toContainEqual({ target_id: id });
    const breached = await listTickets(env.contextFor(admin.actor), { first: 50, filter: { isBreached: true } });
    expect(breached.nodes.map((row) => row.id)).toContain(id);
  });
});

describe('two tickets', () => {
  test('of one person are merged with their instants: an answer to the one that went lands in the other', async () => {
    clock.set(at('2027-01-11', '09:00'));
    const first = await open('Premier');
    clock.advance(MINUTE);
    const second = await open('Second');
    await run(takeTicket, { ticketId: first });
    await say(first, admin, 'Nous regardons.');
    clock.advance(SECOND);
    const before = await see(first);
    await run(mergeTickets, { intoId: second, ids: [first] });
    const [gone, into] = [await see(first, customer), await see(second)];
    expect([gone.status, gone.mergedIntoId]).toEqual(['CLOSED', second]);
    expect(instant(into.firstResponseAt)).toBe(instant(before.firstResponseAt));
    expect(instant(into.firstResponseDueAt)).toBe(instant(before.firstResponseDueAt));
    await say(first, customer, 'Merci d’avance');
    expect(await said(second, customer)).toEqual([
      'Premier, en détail',
      'Second, en détail',
      'Nous regardons.',
      'Merci d’avance',
    ]);
    expect(await said(first, customer)).toEqual([]);
    expect((await see(first)).status).toBe('CLOSED');
    expect(await codeOf(run(mergeTickets, { intoId: first, ids: [second] }))).toBe('TICKET_MERGED');
    expect(await codeOf(run(mergeTickets, { intoId: second, ids: [second] }))).toBe('INPUT_INVALID');
    expect(await mailsAbout(second)).toContain('ticket-merged customer');
  });

  test('of different people are not', async () => {
    const [mine, theirs] = [await open('Mien'), await open('Sien', other)];
    expect(await codeOf(run(mergeTickets, { intoId: mine, ids: [theirs] }))).toBe('TICKETS_OF_DIFFERENT_PEOPLE');
    expect((await see(theirs)).status).toBe('OPEN');
  });
});

describe('settings and figures', () => {
  test('hours that overlap, are inverted or of no zone are refused; other hours count unresolved tickets again', async () => {
    clock.set(at('2027-01-18', '09:00'));
    const id = await open('Recompté');
    const week = Array.from({ length: 7 }, () => [{ from: '10:00', to: '12:00' }]);
    const calendar = { validFrom: '2027-01-18', zone, week };
    for (const faulty of [
      { ...calendar, zone: 'Europe/Atlantis' },
      { ...calendar, week: week.with(2, [{ from: '12:00', to: '10:00' }]) },
      {
        ...calendar,
        week: week.with(2, [
          { from: '09:00', to: '11:00' },
          { from: '10:00', to: '12:00' },
        ]),
      },
    ])
      expect(await codeOf(run(setBusinessCalendar, faulty))).toBe('INPUT_INVALID');
    await run(setBusinessCalendar, calendar);
    await work();
    expect(instant((await see(id)).firstResponseDueAt)).toBe(at('2027-01-21', '12:00').toISOString());
    await run(setBusinessCalendar, { ...calendar, week: Array<[]>(7).fill([]) });
    await work();
    expect((await see(id)).firstResponseDueAt).toBeNull();
  });

  test('figures count what there is', async () => {
    const stats = await ticketStats(env.contextFor(admin.actor), {
      ...{ from: at('2026-11-01'), to: at('2027-02-01'), zone },
    });
    const rows = await env.db.selectFrom('ticket').select('status').execute();
    expect(stats.byStatus.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    expect(stats.satisfaction).toBe(5);
    const compared = await verifyFigures(env.contextFor(admin.actor));
    expect(compared.find(({ figure }) => figure === 'dashboard')).toMatchObject({ isEqual: true });
    expect(stats.breached).toBe((await dashboard(env.contextFor(admin.actor))).tickets.breached);
    expect(await env.app.metrics.registry.getSingleMetricAsString('tickets_breached')).toMatch(
      new RegExp(`^tickets_breached ${stats.breached}$`, 'm'),
    );
    expect(stats.firstResponse?.median).toBeGreaterThanOrEqual(0);
  });

  test('go with whoever asked', async () => {
    const subject = { userId: other.id, role: 'CUSTOMER', email: '', locale: 'fr', fileIds: [], traces: [] } as const;
    const copied = await supportPersonalData.collect(env.db, subject);
    expect(copied.flatMap(({ rows }) => rows.map(({ title }) => title))).toEqual(['Sien']);
    await env.run(async (tx: Parameters<typeof supportPersonalData.erase>[0]) => {
      await supportPersonalData.erase(tx, subject, []);
    }, undefined);
    expect(await env.db.selectFrom('ticket').select('id').where('user_id', '=', other.id).execute()).toEqual([]);
  });
});

/** Who of the team reads and hears what is said about a ticket, and what whoever asks is mailed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor } from '../../../src/services/access/actor.ts';
import { instantAt } from '../../../src/services/kernel/business-time.ts';
import {
  assignConversation,
  closeConversation,
  conversationsAbout,
  conversationsOfParts,
  getConversation,
  listConversations,
  listenersOf,
  listMessages,
  markConversationRead,
  openByVisitorToken,
  ownPartsOf,
  participantsOf,
  partKey,
  reopenConversation,
  replyAsVisitor,
  searchConversations,
  searchMessages,
  sendMessage,
  startConversation,
  unreadCountsOf,
  unreadMessageCount,
  unreadTotalsOf,
  visitorAddress,
} from '../../../src/services/messaging/index.ts';
import {
  createTicket,
  createTicketFor,
  getTicket,
  mergeTickets,
  resolveTicket,
  setTicketPriority,
  unwatchTicket,
  watchersOf,
  watchTicket,
} from '../../../src/services/support/index.ts';
import { lockTicket } from '../../../src/services/support/load-ticket.ts';
import { supportPersonalData } from '../../../src/services/support/personal-data.ts';
import { escalateTicketsTask } from '../../../src/services/support/sla/escalate.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { jsonFrom, jsonText } from '../../../src/services/platform/orm/values.ts';
import { MINUTE, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { engine } from '../../support/database.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makeVisitorConversation } from '../../support/make/visitor.ts';
import { until } from '../../support/until.ts';
import { codeOf, person, type Person } from '../orders/orders-fixture.ts';

const clock = testClock(instantAt('2026-11-30', '09:00', 'Europe/Paris'));

let env: AppEnvironment;
let customer: Person;
let other: Person;
let admin: Person;
let agent: Person;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  [customer, other, admin] = [await person(env), await person(env), await person(env, 'ADMIN')];
  agent = await supportAgent();
});
afterAll(() => env.close());

/** Somebody of the team who is no admin. */
async function supportAgent(): Promise<Person> {
  const { id } = await person(env);
  await env.db
    .updateTable('user')
    .set({ permission_sets: jsonText(['SUPPORT_AGENT']) })
    .where('id', '=', id)
    .execute();
  return { id, actor: makeActor(id, { sets: ['SUPPORT_AGENT'] }) };
}

const work = () => env.app.worker.runDue();
const open = async (title: string, { actor }: Person = customer): Promise<string> => {
  const { id } = await createTicket(env.contextFor(actor), { title, description: `${title}, en détail` });
  await work();
  return id;
};
const conversationOf = async (contextId: string): Promise<string> =>
  (await env.db.selectFrom('conversation').select('id').where('context_id', '=', contextId).executeTakeFirstOrThrow())
    .id;
async function say(id: string, { actor }: Person, content: string, audience: 'ALL' | 'STAFF' | 'ADMIN' = 'ALL') {
  const conversationId = await conversationOf(id);
  await sendMessage(env.contextFor(actor), { conversationId, content, audience, attachments: [] });
  await work();
}
const said = async (id: string, actor: Actor): Promise<string[]> =>
  (
    await listMessages(env.contextFor(actor), {
      ...{ conversationId: await conversationOf(id), first: 50, orderBy: 'CREATED_AT_ASC' },
    })
  ).nodes.map(({ content }) => content);
const run = <I>(useCase: (tx: never, input: I) => Promise<unknown>, input: I, { actor }: Person) =>
  env.run(useCase as never, input, actor) as Promise<unknown>;
const watching = async (id: string): Promise<string[]> =>
  ((await watchersOf(env.contextFor(admin.actor), [id])).get(id) ?? []).map((watcher) => watcher.id);
const noticesOf = async ({ id }: Person): Promise<string[]> =>
  (await env.db.selectFrom('notification').select('title').where('user_id', '=', id).orderBy('id').execute()).map(
    ({ title }) => title,
  );
const mailsTo = async ({ id }: Person) =>
  (
    await env.db
      .selectFrom('email_delivery')
      .select(['template', 'data'])
      .where('recipient_id', '=', id)
      .orderBy('id')
      .execute()
  ).map(({ template, data }) => ({ template, ...jsonFrom<Record<string, unknown>>(data) }));
async function readingTimeIsOver(): Promise<void> {
  clock.advance(3 * MINUTE);
  await work();
}

describe('somebody who handles tickets and is no admin', () => {
  test('reads and answers what is said about one before it is theirs, hears it live, and not what is for admins', async () => {
    const id = await open('Facture introuvable');
    await say(id, admin, 'À voir avec la comptabilité', 'STAFF');
    await say(id, admin, 'Client à ménager', 'ADMIN');
    const ctx = env.contextFor(agent.actor);
    const conversationId = await conversationOf(id);
    expect((await getConversation(ctx, conversationId)).id).toBe(conversationId);
    expect((await conversationsAbout(ctx, { type: 'TICKET', ids: [id] })).get(id)?.id).toBe(conversationId);
    expect(await said(id, agent.actor)).toEqual(['Facture introuvable, en détail', 'À voir avec la comptabilité']);
    const people = [customer, other, agent, admin].map(({ actor }) => actor);
    const heard = (audience: 'ALL' | 'STAFF' | 'ADMIN') => listenersOf(ctx, { conversationId, audience, people });
    expect(await heard('ALL')).toEqual(new Set([customer.id, agent.id, admin.id]));
    expect(await heard('STAFF')).toEqual(new Set([agent.id, admin.id]));
    expect(await heard('ADMIN')).toEqual(new Set([admin.id]));
    clock.advance(MINUTE);
    await say(id, agent, 'Je regarde.');
    expect((await getTicket(ctx, id)).firstResponseAt).not.toBeNull();
    expect(await codeOf(say(id, agent, 'Entre admins', 'ADMIN'))).toBe('FORBIDDEN');
    // Their own list has what they take part in.
    expect((await listConversations(ctx, { first: 50 })).nodes).toEqual([]);
  });

  test('reads neither other conversations, nor the notes about a ticket of their own', async () => {
    const direct = await env.run(startConversation, { subject: 'Devis', content: 'Bonjour' }, customer.actor);
    expect(await codeOf(getConversation(env.contextFor(agent.actor), direct.id))).toBe('NOT_FOUND');
    const asked = { conversationId: direct.id, audience: 'ALL', people: [agent.actor] } as const;
    expect(await listenersOf(env.contextFor(agent.actor), asked)).toEqual(new Set());
    const own = await open('Mon propre souci', agent);
    await say(own, admin, 'Toujours lui', 'STAFF');
    expect(await said(own, agent.actor)).toEqual(['Mon propre souci, en détail']);
    expect(await codeOf(say(own, agent, 'Entre nous', 'STAFF'))).toBe('FORBIDDEN');
    expect(await codeOf(getConversation(env.contextFor(other.actor), await conversationOf(own)))).toBe('NOT_FOUND');
  });
});

const handles = ({ id }: Person, isAgent: boolean) =>
  env.db
    .updateTable('user')
    .set({ permission_sets: isAgent ? jsonText(['SUPPORT_AGENT']) : null })
    .where('id', '=', id)
    .execute();

describe('somebody who handled tickets, and does no more', () => {
  test('reads and hears nothing of those that they had or watched, before any job has run', async () => {
    const former = await supportAgent();
    const id = await open('Girafe perdue');
    await run(watchTicket, { ticketId: id, userId: former.id }, admin);
    await work();
    await say(id, admin, 'Une girafe, vraiment', 'STAFF');
    const conversationId = await conversationOf(id);
    const present = async (): Promise<boolean> =>
      ((await participantsOf(env.contextFor(admin.actor), [conversationId])).get(conversationId) ?? []).some(
        (person) => person.id === former.id,
      );
    const seen = async (actor: Actor) => {
      const ctx = env.contextFor(actor);
      const [key, asked] = [partKey(conversationId, former.id), { query: 'girafe', first: 10 }];
      return {
        notes: (await listMessages(ctx, { conversationId, first: 10 })).nodes.filter(
          ({ audience }) => audience === 'STAFF',
        ).length,
        opened: await codeOf(getConversation(ctx, conversationId)),
        marked: await codeOf(env.run(markConversationRead, { conversationId, upTo: null }, actor)),
        listed: (await listConversations(ctx, { first: 10 })).nodes.length,
        counted: (await listConversations(ctx, { first: 10, filter: { kind: 'TICKET' } })).nodes.length,
        hits: (await searchMessages(ctx, asked)).nodes.length,
        found: (await searchConversations(ctx, asked)).nodes.length,
        unread: [(await unreadCountsOf(ctx, [conversationId])).size, await unreadMessageCount(ctx)],
        kept: (await ownPartsOf(ctx, [conversationId])).size,
        live: (await listenersOf(ctx, { conversationId, audience: 'ALL', people: [actor] })).size,
        pushed: [(await conversationsOfParts(ctx, [key])).size, (await unreadTotalsOf(ctx, [former.id])).size],
      };
    };
    await say(id, customer, 'Toujours pas de girafe');
    const before = await seen(former.actor);
    expect(before).toMatchObject({ notes: 1, listed: 1, counted: 1, hits: 3, found: 1, kept: 1, live: 1 });
    await say(id, customer, 'Une autre girafe');
    expect(await present()).toBe(true);
    await handles(former, false);
    expect(await present()).toBe(false);
    const noticed = await noticesOf(former);
    expect(await seen(makeActor(former.id))).toEqual({
      ...{ notes: 0, opened: 'NOT_FOUND', marked: 'NOT_FOUND', listed: 0, counted: 0, hits: 0, found: 0 },
      ...{ unread: [0, 0], kept: 0, live: 0, pushed: [0, 0] },
    });
    const mails = (await mailsTo(former)).length;
    await say(id, customer, 'Et encore une girafe');
    await run(resolveTicket, { ticketId: id }, admin);
    await readingTimeIsOver();
    expect([await noticesOf(former), (await mailsTo(former)).length]).toEqual([noticed, mails]);
    await handles(former, true);
    expect(await seen(former.actor)).toMatchObject({ listed: 1, live: 1 });
  });
});

/** Somebody who wrote without an account, and the ticket that the agent makes of it. */
async function visitor(subject: string, token: string) {
  const conversationId = await env.run(async ({ em }: Tx<'em'>) => {
    const { id } = makeVisitorConversation(em, { subject, token, at: clock.now() });
    await em.flush();
    return id;
  }, undefined);
  const asked = { conversationId, title: subject, description: subject };
  const makeTicket = async () => (await createTicketFor(env.contextFor(agent.actor), asked)).id;
  return { conversationId, makeTicket };
}

describe('somebody who wrote without an account', () => {
  test('is answered, given to an agent, closed, and made a ticket of by who handles visitors, and seen by nobody else', async () => {
    const { conversationId, makeTicket } = await visitor('Une question de forme', 'a-link-to-answer');
    const ctx = env.contextFor(agent.actor);
    const listed = async (actor: Actor) =>
      (await listConversations(env.contextFor(actor), { first: 9, filter: { kind: 'VISITOR' } })).nodes.map(
        (row) => row.id,
      );
    expect([await listed(agent.actor), await listed(other.actor)]).toEqual([[conversationId], []]);
    expect(await codeOf(getConversation(env.contextFor(other.actor), conversationId))).toBe('NOT_FOUND');
    expect((await getConversation(ctx, conversationId)).visitorId).not.toBeNull();
    await sendMessage(ctx, { conversationId, content: 'Bonjour.', attachments: [] });
    await run(assignConversation, { conversationId, userId: agent.id }, agent);
    expect(await codeOf(run(assignConversation, { conversationId, userId: other.id }, agent))).toBe('INPUT_INVALID');
    await run(closeConversation, { conversationId }, agent);
    await run(reopenConversation, { conversationId }, agent);
    const id = await makeTicket();
    expect((await getTicket(ctx, id)).visitorId).not.toBeNull();
    // What serves them is not theirs to manage.
    const own = await env.run(startConversation, { subject: 'Ma facture', content: 'Bonjour' }, agent.actor);
    expect(await codeOf(run(closeConversation, { conversationId: own.id }, agent))).toBe('FORBIDDEN');
  });

  test('the agent who looks after it is notified of what they write, without the notes of admins; admins are once the agent is none', async () => {
    const keeper = await supportAgent();
    const { conversationId } = await visitor('Une virgule', 'a-link-to-write');
    await run(assignConversation, { conversationId, userId: keeper.id }, admin);
    const writes = async (content: string): Promise<void> => {
      await replyAsVisitor(env.contextFor(other.actor), { token: 'a-link-to-write', content });
      await readingTimeIsOver();
    };
    await sendMessage(env.contextFor(admin.actor), {
      ...{ conversationId, content: 'Secret d’admin', audience: 'ADMIN', attachments: [] },
    });
    await writes('Où est ma virgule ?');
    const mails = await mailsTo(keeper);
    expect(mails).toMatchObject([{ template: 'conversation-digest', messageCount: 2 }]);
    expect(JSON.stringify(mails)).not.toContain('Secret');
    await handles(keeper, false);
    const before = (await noticesOf(admin)).length;
    await writes('Toujours rien.');
    expect((await mailsTo(keeper)).length).toBe(1);
    expect((await noticesOf(admin)).length).toBe(before + 1);
  });

  test('opens their link while the team handles their ticket: each waits for the other, and none is done twice', async () => {
    const { makeTicket } = await visitor('Un verrou', 'a-link-to-open');
    const id = await makeTicket();
    const tries = { team: 0, visitor: 0 };
    const opening: Promise<unknown>[] = [];
    const open = (): Promise<unknown> =>
      env.run(async (tx: Tx<'em' | 'now'>) => {
        tries.visitor += 1;
        await openByVisitorToken(tx, { token: 'a-link-to-open' });
        await lockTicket(tx, id);
      }, undefined);
    await env.run(async (tx: Tx<'em' | 'now' | 'enqueue'>) => {
      tries.team += 1;
      const { visitorId } = await lockTicket(tx, id);
      opening.push(open());
      // SQLite has one writer at a time.
      await until('the other waits for a lock', async () => engine === 'sqlite' || (await isSomebodyWaiting()));
      await visitorAddress(tx, visitorId ?? '');
    }, undefined);
    await Promise.all(opening);
    expect(tries).toEqual({ team: 1, visitor: 1 });
  });
});

const isSomebodyWaiting = async (): Promise<boolean> => {
  const waiting = sql`select trx_id from information_schema.innodb_trx where trx_state = 'LOCK WAIT'`;
  return (await waiting.execute(env.db)).rows.length > 0;
};

describe('an answer that whoever asks has not read', () => {
  test('of a ticket that was merged is mailed once: what a mail has named there is not named again', async () => {
    const [from, into] = [await open('Le premier', other), await open('Le second', other)];
    await say(from, agent, 'Une première réponse.');
    await readingTimeIsOver();
    await run(mergeTickets, { intoId: into, ids: [from] }, admin);
    await work();
    const before = (await mailsTo(other)).length;
    await say(into, agent, 'Une seconde réponse.');
    await readingTimeIsOver();
    expect((await mailsTo(other)).slice(before)).toMatchObject([
      { template: 'ticket-answered', excerpt: 'Une seconde réponse.' },
    ]);
  });

  test('is mailed to them by the number of their ticket, once; the team gets the usual mail', async () => {
    const id = await open('Mot de passe', other);
    const { reference } = await getTicket(env.contextFor(admin.actor), id);
    await readingTimeIsOver();
    const before = (await mailsTo(other)).length;
    await say(id, agent, 'Essayez encore.');
    await readingTimeIsOver();
    expect((await mailsTo(other)).slice(before)).toMatchObject([
      {
        template: 'ticket-answered',
        ticketReference: reference,
        ticketTitle: 'Mot de passe',
        excerpt: 'Essayez encore.',
        ticketUrl: expect.stringContaining(id),
      },
    ]);
    expect((await mailsTo(admin)).filter(({ template }) => template === 'ticket-answered')).toEqual([]);
  });
});

describe('whoever watches a ticket', () => {
  test('hears of what is said, of its state and of a missed target, each once, and of nothing after the end of it', async () => {
    const watcher = await supportAgent();
    const id = await open('Suivie');
    const { reference } = await getTicket(env.contextFor(admin.actor), id);
    await run(watchTicket, { ticketId: id, userId: watcher.id }, agent);
    await run(watchTicket, { ticketId: id, userId: watcher.id }, agent);
    await run(watchTicket, { ticketId: id }, agent);
    expect(await watching(id)).toEqual([watcher.id, agent.id]);
    await say(id, customer, 'Toujours rien ?');
    await run(setTicketPriority, { ticketId: id, priority: 'CRITICAL' }, admin);
    clock.advance(90 * MINUTE);
    for (let time = 0; time < 2; time += 1) {
      await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(escalateTicketsTask, {}), undefined);
      await work();
    }
    await run(resolveTicket, { ticketId: id }, agent);
    await work();
    expect(await noticesOf(watcher)).toEqual([
      'Vous suivez une demande',
      expect.stringMatching(/^Nouveau message de /),
      'Un délai est dépassé',
      `La demande ${reference} est réglée`,
    ]);
    expect(await noticesOf(agent)).not.toContain(`La demande ${reference} est réglée`);
    expect((await mailsTo(watcher)).filter(({ template }) => template === 'ticket-escalated')).toHaveLength(1);
    await run(unwatchTicket, { ticketId: id, userId: watcher.id }, admin);
    const before = await noticesOf(watcher);
    await say(id, customer, 'Merci quand même');
    expect(await noticesOf(watcher)).toEqual(before);
    expect(await watching(id)).toEqual([agent.id]);
  });

  test('is of the team, and not whoever asks; an erased one watches no more', async () => {
    const watcher = await supportAgent();
    const id = await open('À moi', agent);
    expect(await codeOf(run(watchTicket, { ticketId: id, userId: agent.id }, admin))).toBe('INPUT_INVALID');
    expect(await codeOf(run(watchTicket, { ticketId: id, userId: customer.id }, admin))).toBe('INPUT_INVALID');
    expect(await codeOf(run(watchTicket, { ticketId: id }, customer))).toBe('FORBIDDEN');
    await run(watchTicket, { ticketId: id }, watcher);
    const subject = { userId: watcher.id, role: 'CUSTOMER', email: '', locale: 'fr', fileIds: [], traces: [] } as const;
    await env.run(async (tx: Parameters<typeof supportPersonalData.erase>[0]) => {
      await supportPersonalData.erase(tx, subject, []);
    }, undefined);
    expect(await watching(id)).toEqual([]);
  });

  test('goes over with a merge, once, and hears of what is said there', async () => {
    const [first, second] = [await supportAgent(), await supportAgent()];
    const [from, into] = [await open('Doublon'), await open('Original')];
    await run(watchTicket, { ticketId: from, userId: first.id }, admin);
    await run(watchTicket, { ticketId: from, userId: second.id }, admin);
    await run(watchTicket, { ticketId: into, userId: second.id }, admin);
    await run(mergeTickets, { intoId: into, ids: [from] }, admin);
    await work();
    expect((await watching(into)).toSorted()).toEqual([first.id, second.id].toSorted());
    const before = await noticesOf(first);
    await say(from, customer, 'Une précision');
    expect((await noticesOf(first)).slice(before.length)).toEqual([expect.stringMatching(/^Nouveau message de /)]);
    expect(await codeOf(run(watchTicket, { ticketId: from }, agent))).toBe('TICKET_MERGED');
  });
});

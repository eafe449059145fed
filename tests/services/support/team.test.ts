/** Who of the team reads and hears what is said about a ticket, and what whoever asks is mailed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import { instantAt } from '../../../src/services/kernel/business-time.ts';
import {
  conversationsAbout,
  getConversation,
  listConversations,
  listenersOf,
  listMessages,
  sendMessage,
  startConversation,
} from '../../../src/services/messaging/index.ts';
import { createTicket, getTicket } from '../../../src/services/support/index.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { MINUTE, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { makeActor } from '../../support/make/actor.ts';
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
  await env.db.updateTable('user').set({ permission_sets: '["SUPPORT_AGENT"]' }).where('id', '=', id).execute();
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

describe('an answer that whoever asks has not read', () => {
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

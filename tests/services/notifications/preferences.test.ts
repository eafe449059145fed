import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createMailer } from '../../../src/adapters.ts';
import {
  createAdminNotification,
  dateIn,
  markNotificationRead,
  myNotificationPreferences,
  nextOn,
  notify,
  queueMail,
  setQuietHours,
  updateNotificationPreferences,
} from '../../../src/services/notifications/index.ts';
import { endQuietHours } from '../../../src/services/notifications/digests/end-quiet-hours.ts';
import { sendDigests } from '../../../src/services/notifications/digests/send-digests.ts';
import { heldUntil, type QuietWindow } from '../../../src/services/notifications/preferences/quiet-hours.policy.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { NotificationType } from '../../../src/entities/notifications/notification.entity.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { engine } from '../../support/database.ts';
import { mails } from '../../support/mails.ts';
import { createWorld, type World } from '../../support/world.ts';
import { addPerson, asking } from './people.ts';

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: unknown) => Reflect.get(error as object, 'code') as unknown,
  );

const paris = { timeZone: 'Europe/Paris', weekdays: [1, 2, 3, 4, 5, 6, 7] };
const night: QuietWindow = { ...paris, from: '22:00', to: '07:00' };

describe('quiet hours', () => {
  const until = (now: string, window = night, priority: 'NORMAL' | 'HIGH' | 'URGENT' = 'NORMAL') =>
    heldUntil(new Date(now), priority, window)?.toISOString() ?? null;

  test('span midnight, and begin on the days that were chosen', () => {
    expect(until('2026-12-01T20:59:59Z')).toBeNull();
    expect(until('2026-12-01T21:00:00Z')).toBe('2026-12-02T06:00:00.000Z');
    expect(until('2026-12-02T05:59:59Z')).toBe('2026-12-02T06:00:00.000Z');
    expect(until('2026-12-02T06:00:00Z')).toBeNull();
    // The night that begins on Friday, and not the one that ends on it.
    const friday = { ...night, weekdays: [5] };
    expect(until('2026-12-04T05:00:00Z', friday)).toBeNull();
    expect(until('2026-12-04T22:00:00Z', friday)).toBe('2026-12-05T06:00:00.000Z');
    expect(until('2026-12-05T05:00:00Z', friday)).toBe('2026-12-05T06:00:00.000Z');
  });

  test('end when the clock says so, in the nights in which it changes', () => {
    // In spring 02:00 is 03:00, in autumn 03:00 is 02:00 again.
    expect(until('2027-03-27T22:00:00Z')).toBe('2027-03-28T05:00:00.000Z');
    expect(until('2026-10-24T22:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
    const gap = { ...paris, from: '23:00', to: '02:30' };
    expect(until('2027-03-28T00:59:00Z', gap)).toBe('2027-03-28T01:30:00.000Z');
  });

  test('hold what is pressing until eight at most, and never what is urgent', () => {
    const long = { ...night, to: '11:00' };
    expect(until('2026-12-01T23:00:00Z', long)).toBe('2026-12-02T10:00:00.000Z');
    expect(until('2026-12-01T23:00:00Z', long, 'HIGH')).toBe('2026-12-02T07:00:00.000Z');
    expect(until('2026-12-01T23:00:00Z', night, 'HIGH')).toBe('2026-12-02T06:00:00.000Z');
    expect(until('2026-12-01T23:00:00Z', long, 'URGENT')).toBeNull();
  });

  test('the next time of day, on either side of a change of clocks', () => {
    const next = (now: string) => nextOn(new Date(now), '08:30', 'Europe/Paris').toISOString();
    expect(next('2026-12-01T07:29:59Z')).toBe('2026-12-01T07:30:00.000Z');
    expect(next('2026-12-01T07:30:00Z')).toBe('2026-12-02T07:30:00.000Z');
    expect(next('2027-03-27T08:00:00Z')).toBe('2027-03-28T06:30:00.000Z');
    expect(dateIn(new Date('2026-12-01T23:30:00Z'), 'Europe/Paris')).toBe('2026-12-02');
  });
});

describe('mails and notifications by the wishes of a person', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ environment: { TIME_ZONE: 'Europe/Paris' } });
  });
  afterAll(() => world.close());

  const person = async (facts: Parameters<typeof addPerson>[1] = {}) => {
    const { id, email } = await world.run(addPerson, facts);
    return { id, email, actor: asking(id, facts.role) };
  };
  type Someone = Awaited<ReturnType<typeof person>>;
  const wish = ({ actor }: Someone, type: NotificationType, mode: 'IMMEDIATE' | 'DIGEST' | 'OFF', channel = 'EMAIL') =>
    world.run(updateNotificationPreferences, { preferences: [{ type, channel: channel as 'EMAIL', mode }] }, actor);
  const sleepAt = ({ actor }: Someone, quietHours: object | null) =>
    world.run(setQuietHours, { quietHours: quietHours as null }, actor);
  const mailed = async ({ id }: Someone) =>
    (
      await world.db
        .selectFrom('email_delivery')
        .selectAll()
        .where('recipient_id', '=', id)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
    ).map(({ template, status, data }) => ({ template, status, data: jsonFrom<Record<string, unknown>>(data) }));
  const leaving = async (someone: Someone) =>
    (await mailed(someone)).filter(({ status }) => status === 'QUEUED').map(({ template }) => template);
  const shown = ({ id }: Someone) =>
    world.db.selectFrom('notification').selectAll().where('user_id', '=', id).where('deleted_at', 'is', null).execute();

  let keys = 0;
  const send = ({ id, email }: Someone, more: { priority?: 'HIGH' | 'URGENT'; isOwed?: boolean } = {}) =>
    world.run(queueMail, {
      template: mails['order-started'],
      recipient: { userId: id, email, name: 'Camille' },
      locale: 'fr' as const,
      data: {
        ...mails['order-started'].sample,
        orderUrl: `${world.config.frontUrl}/orders/${(keys += 1)}`,
      },
      dedupeKey: `wishes:${keys}`,
      ...more,
    });
  const ring = ({ id }: Someone, more: Partial<Parameters<typeof notify>[1]> = {}) =>
    world.run(notify, {
      userId: id,
      title: 'Une nouvelle',
      message: 'Voici ce qui se passe.',
      type: 'ORDER',
      dedupeKey: `ring:${(keys += 1)}`,
      ...more,
    });
  const sending = () => ({ ...world.contextFor(), mailer: createMailer(world.config) });
  const digests = () => sendDigests(sending(), {});
  const wakeUp = () => endQuietHours(sending(), {});

  test('what is owed, urgent or critical passes through; what is switched off is not sent and not shown', async () => {
    const camille = await person();
    await wish(camille, 'ORDER', 'OFF');
    await wish(camille, 'ORDER', 'OFF', 'IN_APP');
    await sleepAt(camille, { from: '00:00', to: '23:59' });
    await send(camille);
    await ring(camille);
    expect([await mailed(camille), await shown(camille)]).toEqual([[], []]);
    await send(camille, { isOwed: true });
    await ring(camille, { isCritical: true });
    await ring(camille, { type: 'SECURITY' });
    expect(await leaving(camille)).toEqual(['order-started']);
    expect(await shown(camille)).toHaveLength(2);
  });

  test('the safety of an account cannot be silenced; nothing is changed by a refused change', async () => {
    const camille = await person();
    const refused = await codeOf(
      world.run(
        updateNotificationPreferences,
        {
          preferences: [
            { type: 'ORDER', channel: 'EMAIL', mode: 'OFF' },
            { type: 'SECURITY', channel: 'EMAIL', mode: 'DIGEST' },
          ],
        },
        camille.actor,
      ),
    );
    expect(refused).toBe('PREFERENCE_NOT_ALLOWED');
    expect(await codeOf(wish(camille, 'MESSAGE', 'DIGEST', 'IN_APP'))).toBe('PREFERENCE_NOT_ALLOWED');
    const { preferences, digestAt, digestTimeZone } = await world.run(myNotificationPreferences, {}, camille.actor);
    expect(preferences.every(({ mode }) => mode === 'IMMEDIATE')).toBe(true);
    expect(preferences.filter(({ isFixed }) => isFixed).map(({ type }) => type)).toEqual(['SECURITY', 'SECURITY']);
    expect([digestAt, digestTimeZone]).toEqual(['08:30', 'Europe/Paris']);
    for (const quietHours of [
      { from: '00:00', to: '00:00' },
      { from: '22:00', to: '07:00', weekdays: [] },
      { from: '22:00', to: '07:00', timeZone: 'Paris/Europe' },
    ])
      expect(await codeOf(sleepAt(camille, quietHours))).toBe('INPUT_INVALID');
  });

  test('a night of quiet hours: what came meanwhile leaves once, in one mail, when the clock has changed', async () => {
    const camille = await person();
    const max = await person();
    const out = await person();
    for (const someone of [camille, max, out]) await sleepAt(someone, { from: '22:00', to: '07:00' });
    world.clock.set(new Date('2027-03-27T22:30:00Z'));
    await send(camille);
    await send(camille);
    await send(camille, { priority: 'URGENT' });
    await send(max);
    await send(out);
    await wakeUp();
    expect([await leaving(camille), await leaving(max)]).toEqual([['order-started'], []]);
    world.clock.set(new Date('2027-03-28T04:59:59Z'));
    await wakeUp();
    expect(await leaving(max)).toEqual([]);
    await world.run(({ em }) => em.execute(`update user set status = 'SUSPENDED' where id = '${out.id}'`), {});
    world.clock.set(new Date('2027-03-28T05:00:00Z'));
    await wakeUp();
    await wakeUp();
    expect(await leaving(camille)).toEqual(['order-started', 'quiet-hours-digest']);
    expect(await leaving(max)).toEqual(['order-started']);
    expect(await mailed(out)).toEqual([]);
    const [digest] = (await mailed(camille)).filter(({ template }) => template === 'quiet-hours-digest');
    expect(digest?.data).toMatchObject({ count: 2, moreCount: 0 });
    expect(digest?.data['entries']).toEqual([
      expect.objectContaining({ path: expect.stringMatching(/^\/orders\/\d+$/) }),
      expect.objectContaining({ title: expect.stringContaining('commencé') }),
    ]);
  });

  test('a server that finds itself in the next night holds on; hours that are switched off let everything go', async () => {
    world.clock.set(new Date('2026-12-01T22:00:00Z'));
    const camille = await person();
    await sleepAt(camille, { from: '22:00', to: '07:00' });
    await send(camille);
    world.clock.set(new Date('2026-12-02T23:00:00Z'));
    await wakeUp();
    expect(await leaving(camille)).toEqual([]);
    await sleepAt(camille, null);
    await wakeUp();
    expect(await leaving(camille)).toEqual(['order-started']);
  });

  test('a digest says once what is unread, of the types that are wanted so, and nothing when everything was read', async () => {
    world.clock.set(new Date('2026-12-03T12:00:00Z'));
    const camille = await person();
    await wish(camille, 'ORDER', 'DIGEST');
    world.clock.advance(60_000);
    await ring(camille, { title: 'La première', actionUrl: '/orders/a' });
    await ring(camille, { title: 'Lue', actionUrl: '/orders/b' });
    await ring(camille, { title: 'Un autre type', type: 'INFO' });
    // The same again by mail, and a mail about something else.
    await world.run(queueMail, {
      template: mails['order-started'],
      recipient: { userId: camille.id, email: camille.email, name: 'Camille' },
      locale: 'fr' as const,
      data: { ...mails['order-started'].sample, orderUrl: `${world.config.frontUrl}/orders/a` },
      dedupeKey: 'digest:a',
    });
    await send(camille);
    const read = (await shown(camille)).find(({ title }) => title === 'Lue');
    await world.run(markNotificationRead, { id: read?.id as string }, camille.actor);
    await digests();
    expect(await leaving(camille)).toEqual([]);
    world.clock.set(new Date('2026-12-04T07:30:00Z'));
    await Promise.all([digests(), digests()]);
    expect(await leaving(camille)).toEqual(['daily-digest']);
    const [digest] = (await mailed(camille)).filter(({ template }) => template === 'daily-digest');
    expect(digest?.data).toMatchObject({ count: 2, moreCount: 0, date: '2026-12-04' });
    expect((digest?.data['entries'] as { title: string }[]).map(({ title }) => title)).toEqual([
      'La première',
      expect.stringContaining('commencé'),
    ]);
    world.clock.set(new Date('2026-12-05T07:30:00Z'));
    await digests();
    expect(await leaving(camille)).toHaveLength(1);
  });

  test('what was begun before a digest and commits after it is in the next one, once', async () => {
    world.clock.set(new Date('2026-12-05T12:00:00Z'));
    const camille = await person();
    await wish(camille, 'ORDER', 'DIGEST');
    world.clock.set(new Date('2026-12-06T07:29:59Z'));
    const begun = world.clock.now();
    await ring(camille, { title: 'À temps' });
    world.clock.set(new Date('2026-12-06T07:30:00Z'));
    const late = { userId: camille.id, title: 'En retard', message: '', type: 'ORDER' } as const;
    const insert = (tx: Tx<'em' | 'publish'>) =>
      notify({ ...{ em: tx.em, publish: tx.publish }, now: begun }, { ...late, dedupeKey: `late:${camille.id}` });
    // SQLite has one writer: there, whoever began earlier has waited for the digest.
    if (engine === 'mysql')
      await world.run(async (tx: Tx<'em' | 'publish'>) => {
        await insert(tx);
        await digests();
      }, undefined);
    else {
      await digests();
      await world.run(insert, undefined);
    }
    const titles = async () =>
      (await mailed(camille)).map(({ data }) => (data['entries'] as { title: string }[]).map(({ title }) => title));
    expect(await titles()).toEqual([['À temps']]);
    world.clock.set(new Date('2026-12-07T07:30:00Z'));
    await Promise.all([digests(), digests()]);
    expect(await titles()).toEqual([['À temps'], ['En retard']]);
    world.clock.set(new Date('2026-12-08T07:30:00Z'));
    await digests();
    expect(await titles()).toHaveLength(2);
  });

  test('twenty entries are shown, the others counted; what is not shown in the application is in the digest all the same', async () => {
    world.clock.set(new Date('2026-12-08T12:00:00Z'));
    const camille = await person({ role: 'ADMIN' });
    await wish(camille, 'INFO', 'DIGEST');
    await wish(camille, 'INFO', 'OFF', 'IN_APP');
    world.clock.advance(1_000);
    for (let i = 0; i < 57; i += 1) await ring(camille, { type: 'INFO', title: `Nouvelle ${i}` });
    expect(await shown(camille)).toEqual([]);
    world.clock.set(new Date('2026-12-09T07:31:00Z'));
    await digests();
    const [digest] = (await mailed(camille)).filter(({ template }) => template === 'daily-digest');
    expect(digest?.data).toMatchObject({ count: 57, moreCount: 37 });
    expect(digest?.data['entries']).toHaveLength(20);
    const { text } = createMailer(world.config).write('daily-digest', 'fr', digest?.data as object);
    expect(text).toContain('… et 37 autres.');
    expect((await mailed(camille)).filter(({ status }) => status === 'HELD')).toEqual([]);
  });

  test('a digest waits for the end of quiet hours, and then has everything', async () => {
    world.clock.set(new Date('2026-12-09T12:00:00Z'));
    const camille = await person();
    await wish(camille, 'ORDER', 'DIGEST');
    await sleepAt(camille, { from: '20:00', to: '09:00' });
    world.clock.advance(1_000);
    await ring(camille);
    world.clock.set(new Date('2026-12-10T07:30:00Z'));
    await digests();
    expect(await leaving(camille)).toEqual([]);
    world.clock.set(new Date('2026-12-10T08:00:00Z'));
    await digests();
    expect(await leaving(camille)).toEqual(['daily-digest']);
  });

  test('two workers and a kill between two transactions: everybody gets one digest', async () => {
    world.clock.set(new Date('2026-12-11T12:00:00Z'));
    const people = await world.run(async (tx) => {
      const made = [];
      for (let i = 0; i < 130; i += 1) made.push(await addPerson(tx, {}));
      return made;
    }, {});
    for (const { id } of people) await wish({ id, email: '', actor: asking(id) }, 'ORDER', 'DIGEST');
    world.clock.advance(1_000);
    await world.run(async (tx) => {
      for (const { id } of people)
        await notify(tx, { userId: id, title: 'Une nouvelle', message: '', type: 'ORDER', dedupeKey: `storm:${id}` });
    }, {});
    world.clock.set(new Date('2026-12-12T07:30:00Z'));
    const { run, ...rest } = sending();
    const killed: typeof run = async (useCase, input) => {
      await run(useCase, input);
      throw new Error('killed');
    };
    await expect(sendDigests({ ...rest, run: killed }, {})).rejects.toThrow('killed');
    await Promise.all([digests(), digests()]);
    const sent = await world.db
      .selectFrom('email_delivery')
      .select('recipient_id')
      .where('template', '=', 'daily-digest')
      .where(
        'recipient_id',
        'in',
        people.map(({ id }) => id),
      )
      .execute();
    expect(new Set(sent.map(({ recipient_id }) => recipient_id)).size).toBe(130);
    expect(sent).toHaveLength(130);
  });

  test('of a group the newest unread notification is shown, and counts the others', async () => {
    const camille = await person();
    for (const title of ['Un', 'Deux', 'Trois']) await ring(camille, { title, groupKey: 'g' });
    await world.run(notify, {
      userId: camille.id,
      title: 'Trois',
      message: '',
      groupKey: 'g',
      dedupeKey: `ring:${keys}`,
    });
    expect((await shown(camille)).map(({ title, count }) => ({ title, count }))).toEqual([
      { title: 'Trois', count: 3 },
    ]);
  });

  test('a broadcast is tried dry, goes to some by mail too, and can be read as one', async () => {
    const admin = await person({ role: 'ADMIN' });
    const people = [await person(), await person()];
    const input = {
      audience: 'EVERYONE',
      userIds: people.map(({ id }) => id),
      title: 'Une panne',
      message: 'Dimanche.',
    } as const;
    const dry = await world.run(createAdminNotification, { ...input, isDryRun: true }, admin.actor);
    expect([dry.recipientCount, await shown(people[0] as Someone)]).toEqual([2, []]);
    await world.run(createAdminNotification, { ...input, type: 'SYSTEM', isByMail: true }, admin.actor);
    for (const someone of people) {
      expect(await leaving(someone)).toEqual(['notification-user-system']);
      expect((await shown(someone)).map(({ channel_results }) => jsonFrom(channel_results))).toEqual([
        { IN_APP: 'SHOWN', EMAIL: 'QUEUED' },
      ]);
    }
  });
});

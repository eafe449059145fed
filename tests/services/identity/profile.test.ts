import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import {
  changePassword,
  confirmEmailChange,
  findMyAccount,
  isAvatar,
  listMySessions,
  login,
  mayReadAvatar,
  removeAvatar,
  requestEmailChange,
  requestPasswordReset,
  resetPassword,
  undoEmailChange,
  updateMyProfile,
  uploadAvatar,
} from '../../../src/services/identity/index.ts';
import { deleteFile } from '../../../src/services/files/index.ts';
import { anonymous, type Actor } from '../../../src/services/access/actor.ts';
import { deviceName } from '../../../src/services/kernel/device-name.ts';
import { engine } from '../../support/database.ts';
import { signedIn } from './factors.ts';
import { goodPassword, openPeopleEnvironment, stranger, type PeopleEnvironment } from './people-environment.ts';
import { enter, refusal, makeAccount, signIn } from './people.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

let made = 0;
async function someone(): Promise<{ email: string; id: string; actor: Actor }> {
  const email = `person${(made += 1)}@example.org`;
  const id = await makeAccount(env, email);
  return { email, id, actor: await signedIn(env, email) };
}
const me = (actor: Actor) => findMyAccount({ db: env.db, actor });

/** The address in the newest mail to somebody, as they read it. */
async function linkTo(email: string): Promise<string> {
  await env.app.worker.runDue();
  const mails = (await env.app.services.mailbox?.list()) ?? [];
  return (
    mails
      .find(({ to, links }) => to.email === email && links.some((link) => link.includes('token=')))
      ?.links.find((link) => link.includes('token=')) ?? ''
  );
}
const tokenIn = (link: string): string => link.split('token=')[1] ?? '';

describe(`a profile (${engine})`, () => {
  test('changes what is given, keeps the rest, and the audit log holds no value', async () => {
    const { actor, id } = await someone();
    await env.run(
      updateMyProfile,
      {
        phone: '+33612345678',
        address: '1 rue des Livres\n33000 Bordeaux',
        bio: 'J’écris des romans.',
        locale: 'en',
        preferences: { messagesByEmail: false },
      },
      actor,
    );
    await env.run(updateMyProfile, { bio: null, firstName: 'Camélia' }, actor);
    expect(await me(actor)).toMatchObject({
      firstName: 'Camélia',
      lastName: 'Morel',
      phone: '+33612345678',
      address: '1 rue des Livres\n33000 Bordeaux',
      bio: null,
      locale: 'en',
      preferences: { agendaByEmail: true },
    });
    const written = JSON.stringify(
      (await env.auditLog()).filter(({ action, target_id }) => action === 'USER_UPDATED' && target_id === id),
    );
    expect(written).toContain('phone');
    expect(written).not.toMatch(/Bordeaux|romans|3361234|Camélia/);
    expect(await refusal(env.run(updateMyProfile, { firstName: null }, actor))).toEqual({ code: 'INPUT_INVALID' });
  });

  test('through the API, refuses what is no number and no name, and emptying a name', async () => {
    const { actor } = await someone();
    const update = (input: object) =>
      env.ask(
        actor,
        'mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) { phone bio preferences { messagesByEmail messagesInApp } } }',
        { input },
      );
    expect(
      (await update({ phone: '+33612345678', bio: 'Une\nligne', preferences: { messagesInApp: false } })).data,
    ).toEqual({
      updateMyProfile: {
        phone: '+33612345678',
        bio: 'Une\nligne',
        preferences: { messagesByEmail: true, messagesInApp: false },
      },
    });
    for (const input of [
      { phone: '0612' },
      { bio: '<b>' },
      { firstName: ' ' },
      { lastName: null },
      { preferences: { other: true } },
    ])
      expect({ input, refused: (await update(input)).errors?.length }).toEqual({ input, refused: 1 });
  });

  test('has a picture, which only its person and admins may fetch, and which goes with its key', async () => {
    const { actor } = await someone();
    const { actor: other } = await someone();
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const picture = (filename = 'moi.png', mimetype = 'image/png') => ({
      file: Promise.resolve({ filename, mimetype, createReadStream: () => Readable.from([bytes]) as never }),
    });
    const { avatarFileId: first } = await env.perform(uploadAvatar, picture(), actor);
    const read = (as: Actor) => ({ db: env.db, actor: as, now: env.clock.now() });
    expect(await mayReadAvatar(read(actor), first ?? '')).toBe(true);
    expect(await mayReadAvatar(read({ ...other, role: 'ADMIN' }), first ?? '')).toBe(true);
    expect(await mayReadAvatar(read(other), first ?? '')).toBe(false);
    expect(await isAvatar(read(actor), first ?? '')).toBe(true);
    expect(await refusal(env.perform(deleteFile, { fileId: first ?? '' }, actor))).toEqual({
      code: 'ACTION_NOT_ALLOWED',
    });
    expect(await refusal(env.perform(uploadAvatar, picture('moi.pdf', 'application/pdf'), actor))).toEqual({
      code: 'FILE_TYPE_REFUSED',
    });
    const { avatarFileId: second } = await env.perform(uploadAvatar, picture(), actor);
    expect(second).not.toBe(first);
    const { avatarFileId } = await env.run(removeAvatar, undefined, actor);
    expect(avatarFileId).toBeNull();
    expect(
      await env.db
        .selectFrom('data_key')
        .select('id')
        .where('file_id', 'in', [first ?? '', second ?? ''])
        .execute(),
    ).toEqual([]);
  });
});

describe(`a new password (${engine})`, () => {
  test('needs the present one, ends the other sessions and not this one, and is notified by mail', async () => {
    const { actor, email } = await someone();
    const other = await signedIn(env, email);
    expect(
      await refusal(
        env.perform(
          changePassword,
          { currentPassword: 'Pas-Le-Bon-Du-Tout-1', password: 'Une-Autre-Phrase-77' },
          actor,
        ),
      ),
    ).toEqual({ code: 'PASSWORD_INCORRECT' });
    expect(
      await refusal(env.perform(changePassword, { currentPassword: goodPassword, password: 'court' }, actor)),
    ).toEqual({ code: 'PASSWORD_TOO_WEAK' });
    await env.perform(changePassword, { currentPassword: goodPassword, password: 'Une-Autre-Phrase-77' }, actor);
    expect([...(await env.app.sessions.activeAmong([actor.sessionId ?? '', other.sessionId ?? ''])).keys()]).toEqual([
      actor.sessionId,
    ]);
    expect(await refusal(signIn(env, email))).toEqual({ code: 'CREDENTIALS_INVALID' });
    await signIn(env, email, { password: 'Une-Autre-Phrase-77' });
    expect(await env.mailsTo(email)).toContain('password-changed');
  });

  test('cannot be guessed faster than at the login', async () => {
    const { actor } = await someone();
    const guess = (i: number) =>
      refusal(
        env.perform(
          changePassword,
          { currentPassword: `Pas-Le-Bon-Du-Tout-${i}`, password: 'Une-Autre-Phrase-77' },
          actor,
        ),
      );
    for (let i = 0; i < 5; i++) expect(await guess(i)).toEqual({ code: 'PASSWORD_INCORRECT' });
    expect(await guess(5)).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 });
  });
});

describe(`another address (${engine})`, () => {
  test('is proven on the new one, reported to the old one, and taken back from there', async () => {
    const { actor, email } = await someone();
    const other = await signedIn(env, email);
    const fresh = `new-${email}`;
    expect(await env.perform(requestEmailChange, { email: fresh.toUpperCase() }, actor)).toEqual({
      email: fresh,
      isLinkMailed: true,
    });
    const link = await linkTo(fresh);
    expect(link).toContain('/confirm-email?token=');
    expect((await me(actor)).email).toBe(email);
    expect(await env.perform(confirmEmailChange, { token: tokenIn(link) })).toMatchObject({ email: fresh });
    expect(await refusal(env.perform(confirmEmailChange, { token: tokenIn(link) }))).toEqual({
      code: 'TOKEN_INVALID',
    });
    expect([...(await env.app.sessions.activeAmong([other.sessionId ?? ''])).keys()]).toEqual([]);
    await signIn(env, fresh);
    // Whoever took the address also changes the password: the old address still wins.
    await env.perform(requestPasswordReset, { email: fresh });
    await env.app.worker.runDue();
    await env.perform(resetPassword, {
      token: (await env.resetToken(fresh)) ?? '',
      password: 'Une-Autre-Phrase-77',
    });
    const undo = await linkTo(email);
    expect(undo).toContain('/undo-email?token=');
    expect(await env.run(undoEmailChange, { token: tokenIn(undo) })).toMatchObject({ email });
    expect(await refusal(env.run(undoEmailChange, { token: tokenIn(undo) }))).toEqual({ code: 'TOKEN_INVALID' });
    await signIn(env, email, { password: 'Une-Autre-Phrase-77' });
    expect(await refusal(enter(env, { email: fresh, password: 'Une-Autre-Phrase-77' }))).toEqual({
      code: 'CREDENTIALS_INVALID',
    });
  });

  test('who took an account and moved it twice took away the owner’s way back', async () => {
    const { email, actor } = await someone();
    for (const next of [`first-${email}`, `second-${email}`]) {
      await env.perform(requestEmailChange, { email: next }, actor);
      await env.app.worker.runDue();
      await env.perform(confirmEmailChange, { token: tokenIn(await linkTo(next)) });
      await env.app.worker.runDue();
      env.clock.advance(60_000);
    }
    const [own, thiefs] = [await linkTo(email), await linkTo(`first-${email}`)];
    expect(await env.run(undoEmailChange, { token: tokenIn(own) })).toMatchObject({ email });
    expect(await refusal(env.run(undoEmailChange, { token: tokenIn(thiefs) }))).toEqual({ code: 'TOKEN_INVALID' });
  });

  test('says the same of an address that somebody has, notifies its owner, and never moves there', async () => {
    const { actor } = await someone();
    const { email: taken, actor: owner } = await someone();
    expect(await env.perform(requestEmailChange, { email: taken }, actor)).toEqual({
      email: taken,
      isLinkMailed: true,
    });
    await env.app.worker.runDue();
    expect(await env.mailsTo(taken)).toContain('address-known');
    expect(await env.mailsTo(taken)).not.toContain('email-change');
    // Free when it was asked for, taken when it is confirmed.
    await env.perform(requestEmailChange, { email: 'late@example.org' }, actor);
    const link = await linkTo('late@example.org');
    await makeAccount(env, 'late@example.org');
    expect(await refusal(env.perform(confirmEmailChange, { token: tokenIn(link) }))).toEqual({
      code: 'TOKEN_INVALID',
    });
    expect((await me(owner)).email).toBe(taken);
  });

  test('a link is good for half an hour; the one to take back for three days', async () => {
    const { actor, email } = await someone();
    await env.perform(requestEmailChange, { email: `soon-${email}` }, actor);
    const link = await linkTo(`soon-${email}`);
    env.clock.advance(31 * 60_000);
    expect(await refusal(env.perform(confirmEmailChange, { token: tokenIn(link) }))).toEqual({
      code: 'TOKEN_INVALID',
    });
    await env.perform(requestEmailChange, { email: `soon-${email}` }, actor);
    await env.perform(confirmEmailChange, { token: tokenIn(await linkTo(`soon-${email}`)) });
    const undo = await linkTo(email);
    env.clock.advance(3 * 86_400_000);
    expect(await refusal(env.run(undoEmailChange, { token: tokenIn(undo) }))).toEqual({ code: 'TOKEN_INVALID' });
  });
});

test(`sessions are named as a person would name their device (${engine})`, async () => {
  const { email } = await someone();
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const caller = anonymous({ locale: 'fr', address: '203.0.113.7', agent });
  const entered = await env.perform(login, { email, password: goodPassword }, caller);
  if (!('accessToken' in entered)) throw new Error('a second factor is asked for');
  const actor = await env.app.sessions.authenticate(entered.accessToken, stranger());
  expect(
    (await listMySessions({ db: env.db, actor, now: env.clock.now() })).find(({ isCurrent }) => isCurrent),
  ).toMatchObject({ device: 'Firefox · Windows', network: '203.0.113.0/24' });
});

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Chrome · Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
    'Safari · macOS',
  ],
  ['something of its own', null],
  [null, null],
])('the device of %s', (agent, name) => expect(deviceName(agent)).toBe(name));

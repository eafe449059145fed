import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  linkIdentity,
  listMyIdentities,
  requestPasswordReset,
  resetPassword,
  unlinkIdentity,
  verifyTwoFactor,
} from '../../../src/services/identity/index.ts';
import { engine } from '../../support/database.ts';
import { appCode, withApp } from './factors.ts';
import { goodPassword, stranger } from './people-environment.ts';
import { actorOf, refusal, makeAccount, signIn } from './people.ts';
import {
  linkTo,
  meet,
  openOauthEnvironment,
  makeAccountBy,
  signInBy,
  travel,
  type OauthEnvironment,
} from './oauth-flows.ts';

let ctx: OauthEnvironment;
beforeAll(async () => {
  ctx = await openOauthEnvironment();
});
afterAll(() => ctx.close());

const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const outcome = await refusal(promise);
  return outcome === 'done' ? 'done' : outcome.code;
};
const withPassword = async (subject: string) => {
  const id = await makeAccount(ctx, meet(ctx, subject));
  return { id, actor: await actorOf(ctx, await signIn(ctx, `${subject}@example.org`)) };
};

describe(`a signed-in person (${engine})`, () => {
  test('attaches an identity of their own address, is notified by mail, and signs in with it', async () => {
    const { id, actor } = await withPassword('linker');
    const identity = await linkTo(ctx, 'linker', actor);
    expect(identity).toMatchObject({ provider: 'GOOGLE', email: 'linker@example.org', lastUsedAt: null });
    expect((await ctx.auditLog()).at(-1)).toMatchObject({
      action: 'IDENTITY_LINKED',
      severity: 'MEDIUM',
      target_id: id,
      payload: { provider: 'GOOGLE', identityId: identity.id },
    });
    await ctx.app.worker.runDue();
    expect(await ctx.mailsTo('linker@example.org')).toEqual(['welcome', 'sign-in-method-added']);
    expect((await signInBy(ctx, 'linker')).session?.user.id).toBe(id);
    // Once more is the same identity, and no second mail.
    expect(await linkTo(ctx, 'linker', actor)).toMatchObject({ id: identity.id });
    expect(await ctx.mailsTo('linker@example.org')).toHaveLength(2);
    expect(await ctx.ask(actor, '{ myIdentities { provider email } }')).toMatchObject({
      data: { myIdentities: [{ provider: 'GOOGLE', email: 'linker@example.org' }] },
      codes: [],
    });
  });

  test('does not attach an address that is not verified, nor another than their own', async () => {
    const { actor } = await withPassword('careful');
    meet(ctx, 'careful', { email_verified: false });
    expect(await codeOf(linkTo(ctx, 'careful', actor))).toBe('SSO_EMAIL_UNVERIFIED');
    meet(ctx, 'somebody-else');
    expect(await codeOf(linkTo(ctx, 'somebody-else', actor))).toBe('IDENTITY_EMAIL_DIFFERS');
    expect(await listMyIdentities({ db: ctx.db, actor })).toEqual([]);
  });

  test('does not attach what belongs to another account', async () => {
    meet(ctx, 'taken');
    await makeAccountBy(ctx, 'taken');
    const { actor } = await withPassword('taker');
    meet(ctx, 'taken', { email: 'taker@example.org' });
    expect(await codeOf(linkTo(ctx, 'taken', actor))).toBe('IDENTITY_TAKEN');
  });

  test('cannot finish the flow of another, nor one that was begun to sign in', async () => {
    const [one, two] = [await withPassword('first'), await withPassword('second')];
    const flow = await travel(ctx, 'first', { purpose: 'LINK', actor: one.actor });
    expect(await codeOf(ctx.run(linkIdentity, flow, two.actor))).toBe('TOKEN_INVALID');
    expect(await codeOf(ctx.run(linkIdentity, flow, stranger()))).toBe('UNAUTHENTICATED');
    expect(await codeOf(ctx.run(linkIdentity, await travel(ctx, 'first'), one.actor))).toBe('TOKEN_INVALID');
    expect(await codeOf(ctx.run(linkIdentity, flow, one.actor))).toBe('done');
    expect(await codeOf(ctx.run(linkIdentity, flow, one.actor))).toBe('TOKEN_INVALID');
  });
});

describe('detaching', () => {
  test('is notified by mail, and the identity opens nothing any more', async () => {
    const { id, actor } = await withPassword('leaver');
    const identity = await linkTo(ctx, 'leaver', actor);
    expect(
      await ctx.ask(actor, 'mutation ($input: UnlinkIdentityInput!) { unlinkIdentity(input: $input) { id } }', {
        input: { id: identity.id },
      }),
    ).toMatchObject({ data: { unlinkIdentity: { id: identity.id } }, codes: [] });
    expect((await ctx.auditLog()).at(-1)).toMatchObject({
      action: 'IDENTITY_UNLINKED',
      target_id: id,
      payload: { identityId: identity.id, provider: 'GOOGLE' },
    });
    await ctx.app.worker.runDue();
    expect((await ctx.mailsTo('leaver@example.org')).at(-1)).toBe('sign-in-method-removed');
    expect(await signInBy(ctx, 'leaver')).toEqual({ session: null, challenge: null, isProofMailed: true });
    expect(await codeOf(ctx.run(unlinkIdentity, { id: identity.id }, actor))).toBe('NOT_FOUND');
  });

  test('of another’s identity finds nothing', async () => {
    const [one, two] = [await withPassword('mine'), await withPassword('theirs')];
    const identity = await linkTo(ctx, 'mine', one.actor);
    expect(await codeOf(ctx.run(unlinkIdentity, { id: identity.id }, two.actor))).toBe('NOT_FOUND');
    expect(await listMyIdentities({ db: ctx.db, actor: one.actor })).toHaveLength(1);
  });

  test('never takes the last way in, also when two are given up at one instant', async () => {
    meet(ctx, 'locked');
    const actor = await actorOf(ctx, await makeAccountBy(ctx, 'locked'));
    const [google] = await listMyIdentities({ db: ctx.db, actor });
    expect(await codeOf(ctx.run(unlinkIdentity, { id: google?.id ?? '' }, actor))).toBe('SIGN_IN_METHOD_NEEDED');
    // The same person under another number of the same provider, as Microsoft beside Google would be.
    meet(ctx, 'locked-too', { email: 'locked@example.org', email_verified: undefined, xms_edov: true });
    const microsoft = await linkTo(ctx, 'locked-too', actor, 'MICROSOFT');
    const outcomes = await Promise.all(
      [google?.id ?? '', microsoft.id].map((id) => codeOf(ctx.run(unlinkIdentity, { id }, actor))),
    );
    expect(outcomes.sort()).toEqual(['SIGN_IN_METHOD_NEEDED', 'done']);
    expect(await listMyIdentities({ db: ctx.db, actor })).toHaveLength(1);
  });

  test('is possible once a password was chosen, by the mail that anybody may ask for', async () => {
    meet(ctx, 'chooser');
    const actor = await actorOf(ctx, await makeAccountBy(ctx, 'chooser'));
    await ctx.perform(requestPasswordReset, { email: 'chooser@example.org' });
    await ctx.app.worker.runDue();
    await ctx.perform(resetPassword, {
      token: (await ctx.resetToken('chooser@example.org')) ?? '',
      password: goodPassword,
    });
    const [identity] = await listMyIdentities({ db: ctx.db, actor });
    expect(await codeOf(ctx.run(unlinkIdentity, { id: identity?.id ?? '' }, actor))).toBe('done');
    expect((await signIn(ctx, 'chooser@example.org')).user.id).toBe(actor.userId);
  });
});

test('whoever has a second factor is asked for it, whatever provider vouches for them', async () => {
  const actor = await actorOf(ctx, await signIn(ctx, 'linker@example.org'));
  const { secret } = await withApp(ctx, actor);
  const { session, challenge } = await signInBy(ctx, 'linker');
  expect([session, challenge?.methods]).toEqual([null, ['TOTP', 'RECOVERY_CODE']]);
  const answer = await ctx.perform(verifyTwoFactor, {
    challengeToken: challenge?.challengeToken ?? '',
    method: 'TOTP',
    code: appCode(ctx, secret),
    trustDevice: false,
  });
  expect(answer.user.email).toBe('linker@example.org');
});

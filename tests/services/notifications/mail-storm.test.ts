/** The mail queue against a provider on a bad day (proof.md, section 10): nothing lost, doubles only where allowed. */
import { expect, test } from '@jest/globals';
import { mails } from '../../support/mails.ts';
import { sendgridMail } from '../../../src/services/adapters/mail/sendgrid.ts';
import { queueMail } from '../../../src/services/notifications/index.ts';
import { createWorld, type World } from '../../support/world.ts';
import { Killed, mailWorker } from './run-mail-jobs.ts';
import { stormyProvider } from './stormy-provider.ts';

/** `STORM=full` has the two hundred mails of the proof. */
const isFull = process.env['STORM'] === 'full';
const readers = isFull ? 20 : 16;
const mailsEach = isFull ? 10 : 5;
const all = readers * mailsEach;
/** So much of what a day with two hundred mails has, at least. */
const share = (ofTwoHundred: number): number => Math.floor((ofTwoHundred * all) / 200);

/** Every fifth mail taken at the first attempt loses its worker, between the provider's answer and its recording. */
function mortal(world: World, inDoubt: Set<string>): { world: World; killed: Set<string> } {
  const killed = new Set<string>();
  let sent = 0;
  const run: World['run'] = (useCase, input, actor) => {
    if (useCase.name === 'recordOutcome') {
      const { deliveryId, attempt, outcome } = input as { deliveryId: string; attempt: number; outcome: object };
      if (attempt === 1 && 'providerId' in outcome && (sent += 1) % 5 === 0 && killed.size < 20) {
        killed.add(deliveryId);
        inDoubt.add(deliveryId);
        throw new Killed();
      }
    }
    return world.run(useCase, input, actor);
  };
  return { world: { ...world, run }, killed };
}

test(`${all} mails through errors, refusals, silences, cut connections and dying workers`, async () => {
  const world = await createWorld();
  const provider = await stormyProvider(20_261_120);
  try {
    const queued: { id: string; stream: string }[] = [];
    for (let turn = 0; turn < mailsEach; turn++) {
      for (let reader = 0; reader < readers; reader++) {
        const email = `reader-${reader}@example.org`;
        const id = await world.run(queueMail, {
          template: mails['order-paid-customer'],
          recipient: { email, name: `Reader ${reader}` },
          locale: 'fr' as const,
          data: mails['order-paid-customer'].sample,
          dedupeKey: `storm:${turn}:${email}`,
          stream: email,
        });
        queued.push({ id: id as string, stream: email });
      }
      world.clock.advance(1);
    }
    const { world: dying, killed } = mortal(world, provider.inDoubt);
    await mailWorker(
      dying,
      sendgridMail({ apiKey: 'SG.test', clock: world.clock, baseUrl: provider.url, timeoutMs: 500 }),
      { hands: 4, stride: 3_000 },
    )();

    const rows = await world.db
      .selectFrom('email_delivery')
      .select(['id', 'status', 'ambiguities', 'attempts'])
      .execute();
    expect(rows).toHaveLength(all);
    expect(rows.filter(({ status }) => status !== 'SENT')).toEqual([]);
    const copies = new Map<string, number>();
    for (const { deliveryId } of provider.accepted) copies.set(deliveryId, (copies.get(deliveryId) ?? 0) + 1);
    expect(queued.filter(({ id }) => !copies.has(id))).toEqual([]);

    const doubles = [...copies].filter(([, count]) => count > 1);
    // A double is allowed where the server itself says that it could not know, and nowhere else.
    const doubted = new Set(rows.filter(({ ambiguities }) => ambiguities === 1).map(({ id }) => id));
    expect(doubles.filter(([id, count]) => count > 2 || !doubted.has(id))).toEqual([]);
    const allowed = new Set([
      ...provider.accepted.filter(({ cut }) => cut).map(({ deliveryId }) => deliveryId),
      ...killed,
    ]);
    expect([...allowed].filter((id) => !doubted.has(id))).toEqual([]);

    for (let reader = 0; reader < readers; reader++) {
      const stream = `reader-${reader}@example.org`;
      const firstArrivals = [
        ...new Set(provider.accepted.filter((mail) => mail.stream === stream).map(({ deliveryId }) => deliveryId)),
      ];
      expect(firstArrivals).toEqual(queued.filter((mail) => mail.stream === stream).map(({ id }) => id));
    }
    expect(provider.answers.refused).toBeGreaterThan(share(40));
    expect(provider.answers.hung).toBeGreaterThan(share(3));
    expect(provider.answers.cut).toBeGreaterThan(0);
    expect(killed.size).toBeGreaterThan(share(10));
  } finally {
    await provider.close();
    await world.close();
  }
});

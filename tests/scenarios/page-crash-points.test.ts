// @lane sqlite: dies in the middle of a publication; what a database keeps of a death, crash-points.test.ts has on both
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { system, type Actor } from '../../src/services/access/actor.ts';
import { createPage, publishPage, schedulePage } from '../../src/services/content/index.ts';
import { carryOutSchedules } from '../../src/services/content/pages/carry-out-schedules.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { makeActor } from '../support/make/actor.ts';
import { makePerson } from '../support/make/person.ts';
import { openCounting, type Counting } from '../support/money.ts';
import { spawnModule } from '../support/processes/spawn.ts';

const hour = 3_600_000;
let counting: Counting;
let ahead = 0;
let admin: Actor;
beforeAll(async () => {
  counting = await openCounting({}, { now: () => new Date(Date.now() + ahead) });
  const id = await contextFor().run(async ({ em }: Tx<'em'>) => {
    const person = makePerson(em, { role: 'ADMIN' });
    await em.flush();
    return person.id;
  }, {});
  admin = makeActor(id, { role: 'ADMIN', sessionId: null });
});
afterAll(() => counting.close());

const contextFor = (actor: Actor = system) => counting.app.contextFor({ actor, requestId: 'again' });

/** A page that nobody sees yet. */
async function draft(slug: string): Promise<string> {
  const made = await createPage(contextFor(admin), { key: slug, slug, title: 'Une page', content: '<p>Un texte.</p>' });
  return made.pageId;
}

/** All that a publication leaves behind. */
async function traceOf(pageId: string) {
  const { db } = contextFor();
  const page = await db
    .selectFrom('page')
    .select(['status', 'live_version_id'])
    .where('id', '=', pageId)
    .executeTakeFirstOrThrow();
  const plans = await db.selectFrom('page_schedule').select('status').where('page_id', '=', pageId).execute();
  const events = await db.selectFrom('outbox_event').select('payload').where('name', '=', 'page.published').execute();
  return {
    status: page.status,
    isShown: page.live_version_id !== null,
    plans: plans.map(({ status }) => status),
    events: events.filter(({ payload }) => JSON.stringify(payload).includes(pageId)).length,
  };
}

/** Dies at the point while it does the step. */
async function dieAt(point: string, settings: Record<string, string>): Promise<void> {
  const { ended, output } = spawnModule('tests/support/processes/page-step.ts', {
    ...counting.environment,
    ACTOR: JSON.stringify(admin),
    CRASH_AT: point,
    ...settings,
  });
  const ending = await ended;
  expect([point, ending, ending === 'SIGKILL' ? '' : output()]).toEqual([point, 'SIGKILL', '']);
}

test('a crash while a page is shown leaves it hidden, and it can be shown again, once', async () => {
  const pageId = await draft('tombee-en-publiant');
  await dieAt('page-shown', { STEP: 'publish', PAGE_ID: pageId });
  expect(await traceOf(pageId)).toEqual({ status: 'DRAFT', isShown: false, plans: [], events: 0 });
  await publishPage(contextFor(admin), { id: pageId });
  expect(await traceOf(pageId)).toEqual({ status: 'PUBLISHED', isShown: true, plans: [], events: 1 });
});

test('a crash while a planned page is shown leaves the plan, which is carried out afterwards, once', async () => {
  const pageId = await draft('tombee-a-l-heure');
  const at = new Date(Date.now() + hour);
  await contextFor(admin).run(schedulePage, { id: pageId, action: 'PUBLISH', at });
  await dieAt('page-schedule-done', { STEP: 'schedule', CLOCK_AHEAD_MS: String(2 * hour) });
  expect(await traceOf(pageId)).toEqual({ status: 'SCHEDULED', isShown: false, plans: ['PLANNED'], events: 0 });
  ahead = 2 * hour;
  await carryOutSchedules(contextFor(), {});
  await carryOutSchedules(contextFor(), {});
  ahead = 0;
  expect(await traceOf(pageId)).toEqual({ status: 'PUBLISHED', isShown: true, plans: ['DONE'], events: 1 });
});

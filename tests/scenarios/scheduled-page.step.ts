import assert from 'node:assert/strict';
import * as sdk from '../../sdk/index.ts';
import type { MainJobClients } from './main-job.clients.ts';
import { refusalOf } from './listening.ts';

/** The admin writes a page, looks at it by a preview link and schedules it; visitors do not see it before its time. */
export async function schedulePageStep({ admin, customer }: MainJobClients['clients']): Promise<string> {
  const slug = `ateliers-${Date.now()}`;
  const { createPage } = await admin.mutate(sdk.CreatePageDocument, {
    input: {
      slug,
      title: 'Nos ateliers de printemps',
      content: '# Nos ateliers\n\nTrois soirées, *une page à la fois*. <script>alert(1)</script>',
      format: 'MARKDOWN',
    },
  });
  assert.deepEqual(createPage.removed, ['script']);
  const { id } = createPage.page;
  const { previewLink } = await admin.mutate(sdk.PreviewLinkDocument, { input: { id } });
  const preview = await (await fetch(previewLink.url)).text();
  assert.match(preview, /<h2>Nos ateliers<\/h2>\s*<p>Trois soirées, <em>une page à la fois<\/em>/);
  const at = new Date(Date.now() + 24 * 3_600_000).toISOString();
  const { schedulePage } = await admin.mutate(sdk.SchedulePageDocument, { input: { id, action: 'PUBLISH', at } });
  assert.equal(schedulePage.status, 'SCHEDULED');
  assert.equal(await refusalOf(customer.query(sdk.PageDocument, { slug })), 'NOT_FOUND');
  return `« ${schedulePage.title} » on ${schedulePage.schedule?.at}`;
}

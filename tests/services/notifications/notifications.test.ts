/** The queue as the server itself runs it: its own worker, its own mailer, the mailbox folder. */
import { expect, test } from '@jest/globals';
import { mails } from '../../support/mails.ts';
import { queueMail } from '../../../src/services/notifications/index.ts';
import { openTestEnvironment } from '../../support/environment.ts';

test('a mail queued by a use case lies in the mailbox once the worker has run, and every late mail has a preparation', async () => {
  const { app, run, close } = await openTestEnvironment({ isServed: false });
  try {
    const id = await run(queueMail, {
      template: mails.welcome,
      recipient: { email: 'lea@example.org', name: 'Léa Petit' },
      locale: 'fr' as const,
      data: mails.welcome.sample,
      dedupeKey: 'server:1',
    });
    await app.worker.runDue();
    const [mail] = (await app.services.mailbox?.list()) ?? [];
    expect(mail).toMatchObject({ id, to: { email: 'lea@example.org' }, subject: expect.stringContaining('Bienvenue') });
    const late = Object.values(app.services.mailer.mails)
      .filter((definition) => (definition.late ?? []).length > 0)
      .map(({ name }) => name);
    expect(late).toContain('activation');
    expect(late.filter((name) => app.services.mailer.preparations[name] === undefined)).toEqual([]);
    expect(await app.metrics.registry.metrics()).toContain('outbox_ambiguous_total 0');
  } finally {
    await close();
  }
});

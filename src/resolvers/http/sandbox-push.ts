import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { emptyForm, takeEmptyForms } from './empty-form.ts';
import { sandboxPolicy } from './sandbox-page.ts';
import { sandboxPushPage, type SandboxPushView } from './sandbox-push-page.ts';
import { encapsulate } from './encapsulate.ts';

/** The payer's phone as its page uses it; an action answers the notification that the provider would send, if any. */
export interface SandboxPhone {
  readonly hints: { readonly name: string; readonly secret: string };
  view(pushId: string): Promise<SandboxPushView | undefined>;
  confirm(pushId: string): Promise<object | undefined>;
  refuse(pushId: string): Promise<object | undefined>;
  silence(pushId: string): Promise<object | undefined>;
}

interface PushRoute {
  Params: { pushId: string };
}

const attempts = 5;

/** The page that stands in for the phone of whoever pays by mobile money. Mounted only with the sandbox. */
export function sandboxPushRoutes(app: FastifyInstance, phone: SandboxPhone): void {
  const pathOf = (pushId: string): string => `/sandbox/push/${encodeURIComponent(pushId)}`;
  const viewOf = async (pushId: string): Promise<SandboxPushView> => {
    const view = await phone.view(pushId);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  };
  encapsulate(app, 'sandbox pushes', (instance) => {
    takeEmptyForms(instance);
    instance.get<PushRoute>('/sandbox/push/:pushId', async ({ params: { pushId } }, reply) => {
      const view = await viewOf(pushId);
      return reply
        .headers({ 'content-security-policy': sandboxPolicy, 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(sandboxPushPage(pathOf(pushId), view));
    });
    for (const action of ['confirm', 'refuse', 'silence'] as const) {
      instance.post<PushRoute>(`/sandbox/push/:pushId/${action}`, emptyForm, async ({ params: { pushId } }, reply) => {
        const { status } = await viewOf(pushId);
        // A page that was left open, or a second click: the page shows how the push ended.
        const hint = status === 'WAITING' || status === 'SILENT' ? await phone[action](pushId) : undefined;
        if (hint !== undefined) await deliver(app, phone.hints, hint);
        return reply.header('cache-control', 'no-store').redirect(pathOf(pushId), 303);
      });
    }
  });
}

/** Through the same route as a provider's notifications; looking again makes up for the rest. */
async function deliver(app: FastifyInstance, { name, secret }: SandboxPhone['hints'], hint: object): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { statusCode } = await app.inject({ method: 'POST', url: `/webhooks/${name}/${secret}`, payload: hint });
    if (statusCode < 500) return;
    await sleep(50 * 2 ** attempt);
  }
}

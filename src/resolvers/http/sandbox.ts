import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { emptyForm, takeEmptyForms } from './empty-form.ts';
import { sandboxPage, sandboxPolicy, type SandboxView } from './sandbox-page.ts';
import { encapsulate } from './encapsulate.ts';

/** The payment sandbox as its page uses it; each action answers the event that the provider would send. */
export interface SandboxCheckout {
  readonly webhook: { readonly name: string; readonly signatureHeader: string };
  view(sessionId: string): Promise<SandboxView | undefined>;
  pay(sessionId: string): Promise<SandboxEvent>;
  refuse(sessionId: string): Promise<SandboxEvent>;
  connect(deliver: (event: SandboxEvent) => Promise<void>): void;
}

export interface SandboxEvent {
  readonly body: string;
  readonly signature: string;
}

interface SessionRoute {
  Params: { sessionId: string };
}

const attempts = 5;

/** How a page ends by each of its forms. */
const endOf = { pay: 'PAID', refuse: 'FAILED' } as const;

/**
 * The payment page of development, tests and the demo. « Payer » and « Refuser » are plain forms; each sends our own webhook
 * a signed event, as the provider would, then shows how it ended. Mounted only when the sandbox is the provider.
 */
export function sandboxRoutes(app: FastifyInstance, checkout: SandboxCheckout): void {
  // What an admin simulates goes through the same route.
  checkout.connect((event) => deliver(app, checkout.webhook, event));
  const pathOf = (sessionId: string): string => `/sandbox/checkout/${encodeURIComponent(sessionId)}`;
  encapsulate(app, 'sandbox', (instance) => {
    takeEmptyForms(instance);
    instance.get<SessionRoute>('/sandbox/checkout/:sessionId', async ({ params: { sessionId } }, reply) => {
      const view = await checkout.view(sessionId);
      if (view === undefined) throw new DomainError('NOT_FOUND');
      return reply
        .headers({ 'content-security-policy': sandboxPolicy, 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(sandboxPage(pathOf(sessionId), view));
    });
    for (const action of ['pay', 'refuse'] as const) {
      instance.post<SessionRoute>(
        `/sandbox/checkout/:sessionId/${action}`,
        emptyForm,
        async ({ params: { sessionId } }, reply) => {
          const view = await checkout.view(sessionId);
          if (view === undefined) throw new DomainError('NOT_FOUND');
          // A second click, or a form that a browser sends again because the server died: the event is delivered again, as providers
          // do. A page that ended otherwise only shows how.
          if (view.status === 'OPEN' || view.status === endOf[action])
            await deliver(app, checkout.webhook, await checkout[action](sessionId));
          return reply.header('cache-control', 'no-store').redirect(pathOf(sessionId), 303);
        },
      );
    }
  });
}

/** Through the same route as a provider's events. Sent again while the server fails; the nightly reconciliation makes up for the rest. */
async function deliver(
  app: FastifyInstance,
  { name, signatureHeader }: SandboxCheckout['webhook'],
  { body, signature }: SandboxEvent,
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { statusCode } = await app.inject({
      method: 'POST',
      url: `/webhooks/${name}`,
      payload: body,
      headers: { 'content-type': 'application/json', [signatureHeader]: signature },
    });
    if (statusCode < 500) return;
    await sleep(50 * 2 ** attempt);
  }
}

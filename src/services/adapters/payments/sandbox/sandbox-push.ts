/**
 * Mobile money without a provider, for development, tests and the demo: a page of our own in the place of the payer's phone,
 * and notifications as poor as the real ones, so that every line behind them is the line that runs in production.
 */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { mobileNetworks, type MobileNetwork } from '../../../kernel/mobile-money.ts';
import { PaymentFailure, type Able, type PaymentProviders, type ProviderAmount, type PushState } from '../port.ts';
import { readFact, writeFactOnce } from './facts.ts';

export interface SandboxPushSettings {
  /** Where it remembers its pushes. */
  readonly directory: string;
  /** Names its pushes and makes the secret of its notifications' address. */
  readonly secret: Buffer;
  readonly publicUrl: string;
  readonly isProduction: boolean;
}

const push = z.object({
  paymentId: z.string(),
  amount: z.object({ amount: z.int(), currency: z.string() }),
  network: z.enum(mobileNetworks),
  phoneLast4: z.string(),
  description: z.string(),
  locale: z.enum(['fr', 'en']),
  returnUrl: z.string(),
});
const outcome = z.object({ outcome: z.enum(['CONFIRMED', 'REFUSED']) });
const silence = z.object({});
type Outcome = z.infer<typeof outcome>['outcome'];

/** What the page shows. SILENT: the network no longer says anything; the payer may still confirm or refuse. */
export interface SandboxPushView {
  readonly description: string;
  readonly amount: ProviderAmount;
  readonly network: MobileNetwork;
  readonly phoneLast4: string;
  readonly locale: 'fr' | 'en';
  readonly status: 'WAITING' | 'SILENT' | Outcome;
  readonly returnUrl: string;
}

/** The payer's side. Each answers the notification to deliver, where there is one. */
export interface SandboxPhone {
  /** Where its notifications are delivered. */
  readonly hints: { readonly name: string; readonly secret: string };
  view(pushId: string): Promise<SandboxPushView | undefined>;
  confirm(pushId: string): Promise<object>;
  refuse(pushId: string): Promise<object>;
  /** From now on nobody can say what became of the push, until the payer confirms or refuses. */
  silence(pushId: string): Promise<undefined>;
}

export type SandboxMobileMoney = Able<'push'> & { readonly phone: SandboxPhone };

/** What a push's name may look like: it becomes a file's name. */
const pushIdForm = /^push_sandbox_[0-9a-f]{40}$/;

export function sandboxMobileMoney(settings: SandboxPushSettings): SandboxMobileMoney {
  if (settings.isProduction) throw new Error('The payment sandbox refuses to run in production: set FEEXPAY_TOKEN');
  const digest = (text: string): string =>
    createHmac('sha256', settings.secret).update(text).digest('hex').slice(0, 40);
  const facts = pushFacts(settings.directory);
  const hints = {
    name: 'sandbox-mobile-money',
    secret: digest('notifications'),
    parse: (body: unknown) => z.object({ providerPaymentId: z.string(), reference: z.string() }).safeParse(body).data,
  };
  return {
    provider: 'SANDBOX_PUSH',
    push: {
      networks: mobileNetworks,
      hints,
      async requestPush({ paymentId, phoneDigits, ...request }) {
        const id = `push_sandbox_${digest(paymentId)}`;
        await facts.open(id, {
          ...request,
          amount: { ...request.amount },
          paymentId,
          phoneLast4: phoneDigits.slice(-4),
        });
        // There is no phone: its page stands in for it, whatever the network.
        return { ...(await stateOf(facts, id)), paymentUrl: `${settings.publicUrl}/sandbox/push/${id}` };
      },
      readPush: (id) => stateOf(facts, id),
    },
    phone: phoneOf(facts, hints),
  };
}

function pushFacts(directory: string) {
  const place = (id: string, fact: string): string => join(directory, `${id}.${fact}.json`);
  const read = async <T>(id: string, fact: string, shape: z.ZodType<T>): Promise<T | undefined> =>
    pushIdForm.test(id) ? readFact(place(id, fact), shape) : undefined;
  return {
    open: (id: string, request: z.infer<typeof push>) => writeFactOnce(place(id, 'push'), request),
    end: (id: string, how: Outcome) => writeFactOnce(place(id, 'outcome'), { outcome: how }),
    fallSilent: (id: string) => writeFactOnce(place(id, 'silence'), {}),
    pushOf: (id: string) => read(id, 'push', push),
    statusOf: async (id: string): Promise<SandboxPushView['status']> =>
      (await read(id, 'outcome', outcome))?.outcome ??
      ((await read(id, 'silence', silence)) === undefined ? 'WAITING' : 'SILENT'),
  };
}

type PushFacts = ReturnType<typeof pushFacts>;

const statuses = { WAITING: 'PROCESSING', SILENT: 'UNKNOWN', CONFIRMED: 'PAID', REFUSED: 'FAILED' } as const;
const reasons = { WAITING: null, SILENT: 'silence', CONFIRMED: null, REFUSED: 'REFUSED_BY_PAYER' } as const;

async function stateOf(facts: PushFacts, id: string): Promise<PushState> {
  const known = await facts.pushOf(id);
  const status = known === undefined ? 'SILENT' : await facts.statusOf(id);
  return {
    status: statuses[status],
    providerPaymentId: id,
    reference: known?.paymentId ?? null,
    amount: known?.amount ?? null,
    failureReason: reasons[status],
  };
}

function phoneOf(facts: PushFacts, hints: SandboxPhone['hints']): SandboxPhone {
  const requireKnown = async (id: string) => {
    const known = await facts.pushOf(id);
    if (known === undefined) throw new PaymentFailure('refused', 'resource_missing');
    return known;
  };
  const end = (how: Outcome) => async (id: string) => {
    const { paymentId } = await requireKnown(id);
    await facts.end(id, how);
    return { providerPaymentId: id, reference: paymentId };
  };
  return {
    hints,
    async view(id) {
      const known = await facts.pushOf(id);
      return known && { ...known, status: await facts.statusOf(id) };
    },
    confirm: end('CONFIRMED'),
    refuse: end('REFUSED'),
    async silence(id) {
      await requireKnown(id);
      await facts.fallSilent(id);
      return undefined;
    },
  };
}

/** The payer's phone, when the sandbox takes mobile money. */
export const sandboxPhoneOf = ({ all }: PaymentProviders): SandboxPhone | undefined =>
  (all.find(({ provider }) => provider === 'SANDBOX_PUSH') as SandboxMobileMoney | undefined)?.phone;

import { Readable } from 'node:stream';
import { expect } from '@jest/globals';
import type { OrderStatus } from '../../src/entities/orders/order.entity.ts';
import { sandboxCheckoutOf, type SandboxCheckout } from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { openCheckout, receiveWebhook } from '../../src/services/billing/index.ts';
import { billableOrder } from '../../src/services/orders/index.ts';
import { jsonFrom } from '../../src/services/platform/orm/values.ts';
import { order, person, type Person } from '../services/orders/orders-fixture.ts';
import { testClock, type TestClock } from './clock.ts';
import { openTestEnvironment, type AppEnvironment } from './environment.ts';
import { uploadOf } from './upload.ts';

/** Those who have to do with an order, in the app, with a clock that a story moves. */
export interface OrderWork {
  readonly env: AppEnvironment;
  readonly clock: TestClock;
  readonly people: Readonly<Record<'claire' | 'louise' | 'ines' | 'admin' | 'stranger', Person>>;
  /** Places an order of Claire's and pays it on the page of the sandbox, as does her bank; answers its id and its page. */
  placePaid(totalCents?: number): Promise<{ orderId: string; sessionId: string }>;
  /** What the payment provider, or a bank, does about that page. */
  atProvider(act: (checkout: SandboxCheckout) => ReturnType<SandboxCheckout['pay']>): Promise<void>;
  /** A mutation by its name; answers the fields. */
  does<T = SeenOrder>(who: Person, verb: string, input: object, fields?: string): Promise<T>;
  /** The code of its refusal. */
  refused(who: Person, verb: string, input: object): Promise<unknown>;
  sees(who: Person, orderId: string): Promise<SeenOrder>;
  /** Does what is due: jobs, and the schedules of the mornings since the last time. */
  runJobs(): Promise<void>;
  text(name: string): unknown;
  /** The templates of the mails to somebody, oldest first. */
  mailsTo(who: Person): Promise<string[]>;
  mailData(who: Person, template: string): Promise<Record<string, unknown> | undefined>;
  /** The kinds of the steps of an order, oldest first. */
  timeline(orderId: string): Promise<string[]>;
  close(): Promise<void>;
}

interface SeenFile {
  readonly id: string;
  readonly name: string;
}

export interface SeenOrder {
  readonly id: string;
  readonly status: OrderStatus;
  readonly availableActions: string[];
  readonly proofreader: { readonly id: string } | null;
  readonly progressPercent: number;
  readonly revisionsLeft: number;
  readonly cancellationReason: string | null;
  readonly suspendedReason: string | null;
  readonly files: SeenFile[];
  readonly deliveries: {
    readonly id: string;
    readonly number: number;
    readonly status: string;
    readonly note: string | null;
    readonly rating: number | null;
    readonly comment: string | null;
    readonly changes: string | null;
    readonly answerableUntil: string | null;
    readonly files: SeenFile[];
    readonly changesFiles: SeenFile[];
  }[];
}

const seenFields = `id status availableActions proofreader { id } progressPercent revisionsLeft cancellationReason suspendedReason
  files { id name } deliveries { id number status note rating comment changes answerableUntil files { id name } changesFiles { id name } }`;

const inputOf = (verb: string): string =>
  ({ updateMyProofreaderProfile: 'UpdateProofreaderProfileInput' })[verb] ??
  `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;

export async function openOrderWork(): Promise<OrderWork> {
  const clock = testClock();
  const env = await openTestEnvironment({ isServed: false, clock });
  const [claire, louise, ines, admin, stranger] = [
    await person(env, 'CUSTOMER', { firstName: 'Claire', lastName: 'Dumas' }),
    await person(env, 'PROOFREADER', { firstName: 'Louise', lastName: 'Bernard' }),
    await person(env, 'PROOFREADER', { firstName: 'Inès', lastName: 'Marchand' }),
    await person(env, 'ADMIN'),
    await person(env),
  ];
  const checkout = (): SandboxCheckout => sandboxCheckoutOf(env.contextFor().payments) as SandboxCheckout;
  const asked = (who: Person, verb: string, { input, fields }: { input: object; fields: string }) =>
    env.ask(who.actor, `mutation($input: ${inputOf(verb)}!) { ${verb}(input: $input) ${fields} }`, { input });
  const atProvider: OrderWork['atProvider'] = async (act) => {
    const { body, signature } = await act(checkout());
    const provider = providersAble(env.contextFor().payments, 'events')[0]!;
    await receiveWebhook(env.contextFor(), { provider, rawBody: Buffer.from(body), signature });
    await env.app.worker.runDue();
  };
  const mails = (who: Person) =>
    env.db
      .selectFrom('email_delivery')
      .select(['template', 'data'])
      .where('recipient_id', '=', who.id)
      .orderBy('id')
      .execute();
  return {
    env,
    clock,
    people: { claire, louise, ines, admin, stranger },
    atProvider,
    async placePaid(totalCents = 35_000) {
      const { id: orderId } = await order(env, { customer: claire, totalCents });
      const opened = await openCheckout('ORDER', billableOrder)(env.contextFor(claire.actor), { subjectId: orderId });
      await atProvider((page) => page.pay(opened.sessionId));
      return { orderId, sessionId: opened.sessionId };
    },
    async does<T>(who: Person, verb: string, input: object, fields = `{ ${seenFields} }`) {
      const { data, codes } = await asked(who, verb, { input, fields });
      expect([verb, codes]).toEqual([verb, []]);
      return data[verb] as T;
    },
    async refused(who, verb, input) {
      const isScalar = verb === 'declineAssignment';
      const fields = isScalar ? '' : verb === 'updateMyProofreaderProfile' ? '{ genres }' : '{ id }';
      return (await asked(who, verb, { input, fields })).codes[0];
    },
    async sees(who, orderId) {
      const { data, codes } = await env.ask(who.actor, `query($id: ID!) { order(id: $id) { ${seenFields} } }`, {
        id: orderId,
      });
      expect(codes).toEqual([]);
      return data['order'] as SeenOrder;
    },
    runJobs: async () => void (await env.app.worker.runDue()),
    text: (name) =>
      uploadOf({
        filename: name,
        mimetype: 'text/plain',
        createReadStream: () => Readable.from([Buffer.from(`Il était une fois : ${name}`)]),
      }),
    mailsTo: async (who) => (await mails(who)).map(({ template }) => template),
    async mailData(who, template) {
      const found = (await mails(who)).findLast((mail) => mail.template === template);
      return found && jsonFrom<Record<string, unknown>>(found.data);
    },
    async timeline(orderId) {
      const rows = await env.db
        .selectFrom('order_event')
        .select('kind')
        .where('order_id', '=', orderId)
        .orderBy('id')
        .execute();
      return rows.map(({ kind }) => kind);
    },
    close: () => env.close(),
  };
}

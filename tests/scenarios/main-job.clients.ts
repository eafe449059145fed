import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as sdk from '../../sdk/index.ts';
import type { SubscriptionRecorder } from './listening.ts';
import { eventually } from './listening.ts';

/** A running server, and what its owner may see of it. */
export interface MainJobEnvironment {
  /** `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly people: Readonly<
    Record<'admin' | 'proofreader' | 'stranger', { readonly email: string; readonly password: string }>
  >;
  /** Mails that arrived in the mailbox folder, newest first. */
  readonly mails: () => Promise<readonly { to: { email: string }; subject: string; links: readonly string[] }[]>;
  /** Waits until the server serves this many live streams; a short pause unless given. */
  readonly untilListening?: (streams: number) => Promise<void>;
}

export type Role = 'customer' | 'proofreader' | 'admin' | 'stranger';
type Notifications = SubscriptionRecorder<sdk.NotificationAddedSubscription>;
type Watch = SubscriptionRecorder<sdk.OrderUpdatedSubscription>;
type Chat = SubscriptionRecorder<sdk.MessageAddedSubscription>;

/** The people of the main job: a client of each, and what their subscriptions have received. */
export abstract class MainJobClients {
  protected readonly environment: MainJobEnvironment;
  readonly clients: Readonly<Record<Role, sdk.AtelierClient>>;
  readonly notifications = new Map<Role, Notifications>();
  readonly watches = new Map<Role, Watch>();
  readonly chats = new Map<Role, Chat>();

  constructor(environment: MainJobEnvironment) {
    this.environment = environment;
    const client = () => sdk.createClient({ url: `${environment.url}/graphql`, locale: 'fr' });
    this.clients = { customer: client(), proofreader: client(), admin: client(), stranger: client() };
  }

  async close(): Promise<void> {
    await Promise.all(
      [...this.notifications.values(), ...this.watches.values(), ...this.chats.values()].map((recorder) =>
        recorder.close(),
      ),
    );
    await Promise.all(Object.values(this.clients).map((client) => client.close()));
  }

  protected async listening(streams: number): Promise<void> {
    await (this.environment.untilListening?.(streams) ?? sleep(500));
  }

  protected mail(to: string, subject: RegExp) {
    return eventually(`a mail "${subject.source}" reached ${to}`, async () =>
      (await this.environment.mails()).find((mail) => mail.to.email === to && subject.test(mail.subject)),
    );
  }

  protected async enter(role: Role, { email, password }: { email: string; password: string }): Promise<void> {
    const { login } = await this.clients[role].mutate(sdk.LoginDocument, { input: { email, password } });
    assert.equal(login.__typename, 'Session');
    this.clients[role].useTokens(login);
  }

  protected orderReaches(role: Role, status: sdk.OrderStatus): Promise<sdk.OrderUpdatedSubscription> {
    const watch = this.watches.get(role);
    assert.ok(watch);
    return watch.until(`the order is ${status}`, ({ orderUpdated: { order } }) => order.status === status);
  }

  protected async notified(role: Role, title: RegExp): Promise<string> {
    const recorder = this.notifications.get(role);
    assert.ok(recorder);
    const {
      notificationAdded: { notification },
    } = await recorder.until(`a notification "${title.source}"`, (event) =>
      title.test(event.notificationAdded.notification.title),
    );
    return notification.title;
  }

  protected async download(
    role: Role,
    fileId: string,
    range?: string,
  ): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const { requestDownload } = await this.clients[role].mutate(sdk.RequestDownloadDocument, { input: { fileId } });
    const response = await fetch(requestDownload.url, range === undefined ? {} : { headers: { range } });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  protected async received(
    role: Role,
    content: string,
  ): Promise<sdk.MessageAddedSubscription['messageAdded']['message']> {
    const chat = this.chats.get(role);
    assert.ok(chat);
    return (await chat.until(`« ${content} » was said`, ({ messageAdded: { message } }) => message.content === content))
      .messageAdded.message;
  }
}

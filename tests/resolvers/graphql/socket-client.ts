import { WebSocket, type ClientOptions } from 'ws';

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: { data?: unknown; errors?: { extensions: { code: string } }[] };
}

/** A client that speaks graphql-transport-ws word by word, so that tests can also misspeak. */
export class SocketClient {
  readonly socket: WebSocket;
  readonly messages: Message[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly opened: Promise<void>;
  #waiting: (() => void)[] = [];

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
    this.closed = new Promise((resolve) =>
      this.socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })),
    );
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
      this.socket.once('unexpected-response', (_request, response) =>
        reject(new Error(`status ${response.statusCode}`)),
      );
    });
    this.opened.catch(() => undefined);
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)) as Message);
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Opens and signs in. */
  async signIn(token?: string): Promise<this> {
    await this.opened;
    this.say({ type: 'connection_init', ...(token === undefined ? {} : { payload: { token } }) });
    await this.until(({ type }) => type === 'connection_ack');
    return this;
  }

  subscribe(query: string, { id = '1', variables }: { id?: string; variables?: unknown } = {}): void {
    this.say({ type: 'subscribe', id, payload: { query, ...(variables === undefined ? {} : { variables }) } });
  }

  /** The first message that fits, come or to come. */
  async until(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.messages.find(fits);
      if (found) return found;
      await Promise.race([
        new Promise<void>((resolve) => this.#waiting.push(resolve)),
        this.closed.then(({ code, reason }) => {
          throw new Error(`closed ${code} ${reason}`);
        }),
      ]);
    }
  }

  /** The data of the results of one subscription so far. */
  results(id = '1'): unknown[] {
    return this.messages
      .filter((message) => message.type === 'next' && message.id === id)
      .map(({ payload }) => payload?.data);
  }

  async untilResults(count: number, id = '1'): Promise<unknown[]> {
    await this.until(() => this.results(id).length >= count);
    return this.results(id);
  }

  end(): void {
    this.socket.terminate();
  }
}

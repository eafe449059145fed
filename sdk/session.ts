import { AtelierError } from './errors.ts';

/** The result of `login` and `refreshSession`, as far as the client needs it. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** RFC 3339; the client refreshes a little before. */
  readonly accessTokenExpiresAt?: string;
}

export interface SessionOptions {
  readonly tokens: Tokens | null;
  /** Requests the next pair with the refresh token. */
  readonly refresh: (refreshToken: string) => Promise<Tokens>;
  /** Called at every change, for instance to store the tokens over a reload. */
  readonly onTokens: (tokens: Tokens | null) => void;
}

const leewayMs = 10_000;

/** Holds the tokens, and refreshes them once, however many requests wait for them. */
export class Session {
  #tokens: Tokens | null;
  readonly #options: SessionOptions;
  #refreshing: Promise<string | null> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#tokens = options.tokens;
  }

  get tokens(): Tokens | null {
    return this.#tokens;
  }

  set(tokens: Tokens | null): void {
    this.#tokens = tokens;
    this.#options.onTokens(tokens);
  }

  /** The access token to send now; refreshed first when it is about to end. */
  async current(): Promise<string | null> {
    const ends = this.#tokens?.accessTokenExpiresAt;
    const isEnding = ends !== undefined && Date.parse(ends) - leewayMs < Date.now();
    if (isEnding && this.#tokens?.refreshToken !== undefined) return this.renew();
    return this.#tokens?.accessToken ?? null;
  }

  /** Another access token after this one was refused, or null when there is none. */
  async instead(refused: string | null): Promise<string | null> {
    // Another request may have renewed the tokens meanwhile.
    if (refused === null || this.#held !== refused) return this.#held;
    const next = await this.renew();
    return next !== null && next !== refused ? next : this.#drop(refused);
  }

  get #held(): string | null {
    return this.#tokens?.accessToken ?? null;
  }

  /** A token that is refused and cannot be renewed is invalid: the session ends, and listeners are called. */
  #drop(refused: string): null {
    if (this.#held === refused) this.set(null);
    return null;
  }

  /** A new access token, or null when the session has ended. Throws when the server could not be reached. */
  renew(): Promise<string | null> {
    this.#refreshing ??= this.#renew().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #renew(): Promise<string | null> {
    const given = this.#tokens?.refreshToken;
    if (given === undefined) return null;
    const tokens = await this.#options.refresh(given).catch((error: unknown) => {
      if (isOver(error)) return null;
      throw error;
    });
    // The session may have changed meanwhile: the newer one counts.
    if (this.#tokens?.refreshToken === given) this.set(tokens);
    return this.#tokens?.accessToken ?? null;
  }
}

const over: readonly string[] = ['UNAUTHENTICATED', 'TOKEN_INVALID'];

const isOver = (error: unknown): boolean => error instanceof AtelierError && over.includes(error.code);

import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Redis } from 'ioredis';
import { DomainError } from '../kernel/errors.ts';
import { RateWindows } from './rate-windows.ts';

interface Rule {
  readonly points: number;
  readonly seconds: number;
}

const minutes = (count: number): number => count * 60;
const hours = (count: number): number => count * 3_600;

/**
 * How often an action may be tried (decision D11, `docs/security.md`). The last word of a rule's name is what it counts
 * by.
 */
export const rateRules = {
  'graphql/address': { points: 100, seconds: minutes(15) },
  'graphql/person': { points: 600, seconds: minutes(1) },
  'graphql-cost/person': { points: 60_000, seconds: minutes(1) },
  'admin-mutation/person': { points: 120, seconds: minutes(1) },
  'graphql/service': { points: 600, seconds: minutes(1) },
  'graphql-cost/service': { points: 60_000, seconds: minutes(1) },
  'api-token/address': { points: 20, seconds: minutes(15) },
  'login/address': { points: 20, seconds: minutes(15) },
  'register/address': { points: 5, seconds: hours(1) },
  'contact/address': { points: 5, seconds: hours(1) },
  'contact/email': { points: 3, seconds: hours(24) },
  'visitor-message/address': { points: 20, seconds: hours(1) },
  'account-mail/address': { points: 5, seconds: hours(1) },
  'account-mail/account': { points: 3, seconds: hours(1) },
  'two-factor/address': { points: 20, seconds: minutes(15) },
  'two-factor/challenge': { points: 5, seconds: hours(1) },
  'two-factor-challenge/account': { points: 10, seconds: hours(1) },
  'sso/address': { points: 60, seconds: minutes(15) },
  'passkey/address': { points: 40, seconds: minutes(15) },
  'refresh/address': { points: 60, seconds: minutes(1) },
  'refresh/family': { points: 30, seconds: minutes(1) },
  'upload/address': { points: 60, seconds: hours(1) },
  'upload/person': { points: 100, seconds: hours(24) },
  'upload-session/person': { points: 2_000, seconds: hours(1) },
  'upload-part/person': { points: 1_200, seconds: minutes(1) },
  'export/address': { points: 5, seconds: hours(24) },
  'export/person': { points: 2, seconds: hours(24) },
  'guest-order/address': { points: 10, seconds: hours(1) },
  'guest-token/address': { points: 60, seconds: minutes(15) },
  'booking/address': { points: 10, seconds: hours(1) },
  'booking-mail/booking': { points: 5, seconds: hours(1) },
  'booking-pair/address': { points: 20, seconds: minutes(15) },
  'booking-pair/code': { points: 5, seconds: hours(1) },
  'feed/link': { points: 60, seconds: hours(1) },
  'feed-token/address': { points: 60, seconds: minutes(15) },
  'booking-payment/address': { points: 60, seconds: minutes(15) },
  'booking/person': { points: 20, seconds: hours(24) },
  'typing/person': { points: 1, seconds: 1 },
  'refund/person': { points: 30, seconds: minutes(1) },
  'billing-token/address': { points: 20, seconds: minutes(15) },
  'webhook-replay/person': { points: 30, seconds: minutes(1) },
  'mobile-money-minute/phone': { points: 1, seconds: minutes(1) },
  'mobile-money/phone': { points: 5, seconds: hours(1) },
  'debit-report/person': { points: 10, seconds: hours(1) },
  'webhook-hint/address': { points: 60, seconds: minutes(1) },
  'payment-status/payment': { points: 1, seconds: 2 },
  'webhook/server': { points: 100, seconds: 1 },
  'test-email/person': { points: 10, seconds: hours(1) },
  'webhook-bad-signature/address': { points: 20, seconds: minutes(1) },
} as const satisfies Record<string, Rule>;

export type RateRule = keyof typeof rateRules;

/** The mechanism; pure of GraphQL and HTTP. */
export interface RateLimits {
  /**
   * Uses up points of a key; throws `RATE_LIMITED` with `retryAfter` (seconds) when there are too few. Counts that are
   * kept in this process are taken at once, without a promise: every request takes some.
   */
  take(rule: RateRule, key: string, points?: number): Promise<void> | void;
  /** Refuses like `take` when nothing is left, and uses nothing up. */
  check(rule: RateRule, key: string): Promise<void>;
  /** Restores all points of a key (a login that succeeded). */
  forgive(rule: RateRule, key: string): Promise<void>;
  /** Leaves Redis, where there is one. */
  close?(): void;
}

export interface RateLimitOptions {
  /** Shares the counts between processes; without it they are this process's own. */
  readonly redisUrl?: string | undefined;
  /** Multiplies every rule: 1, or more for load tests. */
  readonly scale?: number;
}

export const createRateLimits = ({ redisUrl, scale = 1 }: RateLimitOptions = {}): RateLimits =>
  redisUrl === undefined ? limitsOfProcess(scale) : sharedLimits(redisUrl, scale);

function limitsOfProcess(scale: number): RateLimits {
  const windows = new Map(Object.entries(rateRules).map(([name, { seconds }]) => [name, new RateWindows(seconds)]));
  const of = (rule: RateRule) => windows.get(rule) as RateWindows;
  const most = (rule: RateRule): number => rateRules[rule].points * scale;
  return {
    take: (rule, key, points = 1) => {
      const { used, remaining } = of(rule).use(key, points);
      if (used > most(rule)) throw tooOften(remaining);
    },
    check: async (rule, key) => {
      const state = of(rule).look(key);
      if (state && state.used >= most(rule)) throw tooOften(state.remaining);
    },
    forgive: async (rule, key) => of(rule).forget(key),
  };
}

function sharedLimits(redisUrl: string, scale: number): RateLimits {
  const redis = connect(redisUrl);
  const limiters = new Map(
    Object.entries(rateRules).map(([name, rule]) => [
      name,
      limiterOf(name, { ...rule, points: rule.points * scale }, redis),
    ]),
  );
  const limiterFor = (rule: RateRule) => limiters.get(rule) as RateLimiterAbstract;
  return {
    take: async (rule, key, points = 1) => {
      try {
        await limiterFor(rule).consume(key, points);
      } catch (spent) {
        throw spent instanceof RateLimiterRes ? tooOften(spent.msBeforeNext) : spent;
      }
    },
    check: async (rule, key) => {
      const state = await limiterFor(rule).get(key);
      if (state && state.consumedPoints >= rateRules[rule].points * scale) throw tooOften(state.msBeforeNext);
    },
    forgive: async (rule, key) => void (await limiterFor(rule).delete(key)),
    close: () => redis.disconnect(),
  };
}

/** Sends nothing to an unreachable Redis: each command would wait for its return. */
function connect(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    disconnectTimeout: 200,
    connectionName: 'atelier-limits',
  });
  // What it means for the limits is below; the connection of live events reports that Redis is unreachable.
  redis.on('error', () => undefined);
  return redis;
}

/** When Redis is unreachable, each process counts by itself instead of admitting everyone or nobody. */
const limiterOf = (keyPrefix: string, { points, seconds }: Rule, redis: Redis): RateLimiterAbstract =>
  new RateLimiterRedis({
    storeClient: redis,
    keyPrefix,
    points,
    duration: seconds,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration: seconds }),
    rejectIfRedisNotReady: true,
  });

const tooOften = (milliseconds: number): DomainError =>
  new DomainError('RATE_LIMITED', { retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)) });

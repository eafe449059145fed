import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../../services/access/actor.ts';
import type { AccessEvent } from '../../services/audit/index.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import type { Config } from '../../services/platform/config.ts';
import type { Logger } from '../../services/platform/logger.ts';
import type { Metrics } from '../../services/platform/metrics.ts';
import type { RateLimits } from '../../services/platform/rate-limits.ts';
import type { NodeBudget } from './limits/node-budget.ts';
import type { Limited } from './time-limit.ts';
import type { RegisteredOperations } from './registered/registered-operations.ts';

/** What is known of a caller before any token is read. */
export interface Caller {
  readonly locale: Locale;
  readonly address: string | null;
  readonly agent: string | null;
}

/** The actor, and when their token expires; null without a token. */
export interface Authenticated {
  readonly actor: Actor;
  readonly expiresAt: Date | null;
}

/** What an executing operation carries: made per request, or per event of a subscription. */
export interface ExecutionRequest {
  readonly actor: Actor;
  readonly requestId: string;
  readonly log: Logger;
  /** Its signal is aborted when the request has used up its time. */
  readonly time: Limited;
  readonly budget: NodeBudget;
  readonly moment?: LimitedContext;
}

/** The limits of a request, which the context carries to the resolvers. */
export interface LimitedContext {
  readonly time: Limited;
  readonly budget: NodeBudget;
  /**
   * For events of sockets: the context of the actor `SYSTEM`, shared by all events of one turn of the event loop, so
   * that what 2,000 people receive at once is read once. Callers that read through it must check access themselves.
   */
  readonly moment?: LimitedContext;
}

/** What the GraphQL entry points need of the application; provided by the composition root. */
export interface GraphQLParts {
  readonly schema: GraphQLSchema;
  readonly config: Pick<Config, 'isProduction' | 'GRAPHQL_PUBLIC' | 'CORS_ORIGINS'>;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly limits: RateLimits;
  /** What clients may ask for by hash, and whether they may ask for anything else. */
  readonly operations: RegisteredOperations;
  /** Who holds this access token; an anonymous actor when there is none. Throws `UNAUTHENTICATED` for a bad one. */
  authenticate(token: string | undefined, caller: Caller): Promise<Authenticated>;
  /** Records refusals and reads of the back office in the audit log; not awaited. */
  see?(
    asker: { readonly actor: Actor; readonly requestId: string; readonly log: Logger },
    accessEvent: AccessEvent,
  ): void;
  createContext(request: ExecutionRequest): LimitedContext;
}

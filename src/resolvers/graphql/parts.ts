import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../../services/access/actor.ts';
import type { AccessEvent } from '../../services/audit/index.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import type { Config } from '../../services/platform/config.ts';
import type { Logger } from '../../services/platform/logger.ts';
import type { Metrics } from '../../services/platform/metrics.ts';
import type { RateLimits } from '../../services/platform/rate-limits.ts';
import type { NodeBudget } from './limits/node-budget.ts';

/** What is known of a caller before any token is read. */
export interface Caller {
  readonly locale: Locale;
  readonly address: string | null;
  readonly agent: string | null;
}

/** Who asks, and until when the token says so; null for who brought none. */
export interface Authenticated {
  readonly actor: Actor;
  readonly expiresAt: Date | null;
}

/** What an executing operation carries: made per request, or per event of a subscription. */
export interface ExecutionRequest {
  readonly actor: Actor;
  readonly requestId: string;
  readonly log: Logger;
  /** Aborted when the request has used up its time. */
  readonly signal: AbortSignal;
  readonly budget: NodeBudget;
  readonly moment?: LimitedContext;
}

/** What a context must keep of its request, so that limits reach the resolvers. */
export interface LimitedContext {
  readonly signal: AbortSignal;
  readonly budget: NodeBudget;
  /**
   * For events of sockets: the house's own context, shared by all events of one moment, so that what 2,000 people are
   * told at once is read at once. Whoever reads through it answers for who may see what.
   */
  readonly moment?: LimitedContext;
}

/** What the GraphQL doors need of the house; given by the composition root. */
export interface GraphQLParts {
  readonly schema: GraphQLSchema;
  readonly config: Pick<Config, 'isProduction' | 'GRAPHQL_PUBLIC' | 'CORS_ORIGINS'>;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly limits: RateLimits;
  /** Who holds this access token; an anonymous actor when there is none. Throws `UNAUTHENTICATED` for a bad one. */
  authenticate(token: string | undefined, caller: Caller): Promise<Authenticated>;
  /** What the journal is told of who was refused, and of who looked at the back office; waited for by nobody. */
  see?(
    asker: { readonly actor: Actor; readonly requestId: string; readonly log: Logger },
    accessEvent: AccessEvent,
  ): void;
  createContext(request: ExecutionRequest): LimitedContext;
}

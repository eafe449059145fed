import { system, type Actor } from '../../../services/access/actor.ts';
import { DomainError } from '../../../services/kernel/errors.ts';
import type { LiveDelivery } from '../../../services/platform/live/source.ts';
import { asGraphQLError, formatErrors } from '../format-errors.ts';
import { runLimits } from '../limits/limits.ts';
import { newBudget } from '../limits/node-budget.ts';
import type { GraphQLParts, LimitedContext } from '../parts.ts';
import type { Execute } from '../plan/execute-planned.ts';
import type { Member } from './hub.ts';
import type { Accepts, LiveStream } from './live-stream.ts';
import { Moment } from './moment.ts';

export type HubParts = Pick<GraphQLParts, 'log' | 'createContext'> & { readonly execute: Execute };

/** Executes a subscription's field for one event, within the limits of a request. */
export class EventExecutor {
  readonly #parts: HubParts;
  #present: { readonly moment: Moment; readonly shared: LimitedContext } | undefined;

  constructor(parts: HubParts) {
    this.#parts = parts;
  }

  /** The ids of those who may receive the event, computed once for all subscribers. */
  async entitledTo(stream: LiveStream, event: LiveDelivery, people: readonly Actor[]): Promise<ReadonlySet<string>> {
    if (people.length === 0) return new Set();
    // A separate context: what was loaded for another event of this turn may be older than this one.
    return stream.entitled(event, people, this.#contextOf(system, this.#now().moment));
  }

  /** The result of one event, serialized; undefined for one that was not asked for. Never throws: failures are reported as errors in it. */
  async answer(
    { actor, operation }: Pick<Member, 'actor' | 'operation'>,
    event: LiveDelivery,
    accepts?: Accepts,
  ): Promise<string | undefined> {
    const { moment, shared } = this.#now();
    const audience = { locale: actor.locale, requestId: moment.requestId, log: this.#parts.log };
    try {
      const contextValue = this.#contextOf(actor, moment, shared);
      if (accepts !== undefined && !(await accepts(event, contextValue))) return undefined;
      const result = this.#parts.execute({ ...operation, rootValue: event, contextValue });
      // A synchronous result needs no time limit.
      const { errors, data } = result instanceof Promise ? await moment.within(result) : result;
      const text = JSON.stringify(errors ? { errors: formatErrors(errors, audience), data } : { data });
      if (text.length <= runLimits.responseLength) return text;
      throw new DomainError('DOCUMENT_TOO_COMPLEX', { limit: 'response', allowed: runLimits.responseLength });
    } catch (error) {
      return JSON.stringify({ errors: formatErrors([asGraphQLError(error)], audience) });
    }
  }

  report(error: unknown, stream: string): void {
    this.#parts.log.error({ error, stream }, 'live event not delivered');
  }

  /** Shared by everything that is answered in the same turn of the event loop. */
  #now(): { readonly moment: Moment; readonly shared: LimitedContext } {
    if (this.#present === undefined) {
      const moment = new Moment(runLimits.wallMilliseconds);
      this.#present = { moment, shared: this.#contextOf(system, moment) };
      setImmediate(() => {
        this.#present = undefined;
      });
    }
    return this.#present;
  }

  #contextOf(actor: Actor, moment: Moment, shared?: LimitedContext): LimitedContext {
    return this.#parts.createContext({
      actor,
      requestId: moment.requestId,
      log: this.#parts.log,
      time: moment,
      budget: newBudget(),
      ...(shared ? { moment: shared } : {}),
    });
  }
}

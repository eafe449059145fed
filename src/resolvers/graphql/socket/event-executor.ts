import { execute } from 'graphql';
import { system, type Actor } from '../../../services/access/actor.ts';
import { DomainError } from '../../../services/kernel/errors.ts';
import type { LiveDelivery } from '../../../services/platform/live/source.ts';
import { asGraphQLError, formatErrors } from '../format-errors.ts';
import { runLimits } from '../limits/limits.ts';
import { newBudget } from '../limits/node-budget.ts';
import type { GraphQLNeeds, LimitedContext } from '../needs.ts';
import type { Member } from './hub.ts';
import type { LiveStream } from './live-stream.ts';
import { Moment } from './moment.ts';

export type HubNeeds = Pick<GraphQLNeeds, 'schema' | 'log' | 'createContext'>;

/** Executes a subscription's field for one event, within the limits of a request. */
export class EventExecutor {
  readonly #needs: HubNeeds;
  #present: { readonly moment: Moment; readonly house: LimitedContext } | undefined;

  constructor(needs: HubNeeds) {
    this.#needs = needs;
  }

  /** The ids of those who may receive the event, asked once for everybody who listens. */
  async entitledTo(stream: LiveStream, event: LiveDelivery, people: readonly Actor[]): Promise<ReadonlySet<string>> {
    if (people.length === 0) return new Set();
    // A context of its own: what was read for another event of this moment may be older than this one.
    return stream.entitled(event, people, this.#contextOf(system, this.#now().moment));
  }

  /** The result of one event, serialized. Never throws: what fails is told as errors. */
  async answer({ actor, operation }: Member, event: LiveDelivery): Promise<string> {
    const { moment, house } = this.#now();
    const audience = { locale: actor.locale, requestId: moment.requestId, log: this.#needs.log };
    try {
      const contextValue = this.#contextOf(actor, moment, house);
      const result = execute({ ...operation, schema: this.#needs.schema, rootValue: event, contextValue });
      // An answer that waits for nothing needs no clock.
      const { errors, data } = result instanceof Promise ? await moment.within(result) : result;
      const text = JSON.stringify(errors ? { errors: formatErrors(errors, audience), data } : { data });
      if (text.length <= runLimits.responseLength) return text;
      throw new DomainError('DOCUMENT_TOO_COMPLEX', { limit: 'response', allowed: runLimits.responseLength });
    } catch (error) {
      return JSON.stringify({ errors: formatErrors([asGraphQLError(error)], audience) });
    }
  }

  report(error: unknown, stream: string): void {
    this.#needs.log.error({ error, stream }, 'live event not delivered');
  }

  /** What is shared by all that is answered before the loop turns. */
  #now(): { readonly moment: Moment; readonly house: LimitedContext } {
    if (this.#present === undefined) {
      const moment = new Moment(runLimits.wallMilliseconds);
      this.#present = { moment, house: this.#contextOf(system, moment) };
      setImmediate(() => {
        this.#present = undefined;
      });
    }
    return this.#present;
  }

  #contextOf(actor: Actor, { signal, requestId }: Moment, house?: LimitedContext): LimitedContext {
    return this.#needs.createContext({
      actor,
      requestId,
      log: this.#needs.log,
      signal,
      budget: newBudget(),
      ...(house ? { moment: house } : {}),
    });
  }
}

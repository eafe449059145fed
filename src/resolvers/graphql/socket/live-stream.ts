import type { Actor } from '../../../services/access/actor.ts';
import type { LiveDelivery } from '../../../services/platform/live/source.ts';
import type { LiveTopic, PassingTopic } from '../../../services/platform/context.ts';
import type { LimitedContext } from '../parts.ts';

/**
 * Which of these people may receive this event, decided with fresh data: called once per event and stream, however many
 * subscribers. `context` is that of the actor `SYSTEM`, for loading.
 */
export type Entitled<C extends LimitedContext = LimitedContext> = (
  event: LiveDelivery,
  people: readonly Actor[],
  context: C,
) => ReadonlySet<string> | Promise<ReadonlySet<string>>;

/** `context` is that of a person who receives the response. */
export type Accepts<C extends LimitedContext = LimitedContext> = (
  event: LiveDelivery,
  context: C,
) => boolean | Promise<boolean>;

export interface LiveStreamOptions<C extends LimitedContext> {
  readonly topic: LiveTopic | PassingTopic;
  readonly key: string;
  /** The last event the client saw: later ones are delivered first. */
  readonly after?: number | null | undefined;
  /** The ids of those who may receive an event. */
  readonly entitled: Entitled<C>;
  /** Is the event one that this subscription asked for? Asked once per event and response; all of them unless said. */
  readonly accepts?: Accepts<C> | undefined;
  /**
   * What the response to an event depends on, beside the document: the person (default), or only their role. People
   * with the same response share one execution and one serialization.
   */
  readonly dependsOn?: 'person' | 'role';
}

/**
 * The result of the `subscribe` function of a subscription field: which stream it reads, and who may receive its
 * events. The socket hub reads it; each event is the root value (`LiveDelivery`) of the field's resolver.
 */
export class LiveStream implements AsyncIterable<LiveDelivery> {
  readonly topic: LiveTopic | PassingTopic;
  readonly key: string;
  readonly after: number | undefined;
  readonly entitled: Entitled;
  readonly accepts: Accepts | undefined;
  readonly dependsOn: 'person' | 'role';

  constructor(options: LiveStreamOptions<never>) {
    this.topic = options.topic;
    this.key = options.key;
    this.after = options.after ?? undefined;
    this.entitled = options.entitled as Entitled;
    this.accepts = options.accepts as Accepts | undefined;
    this.dependsOn = options.dependsOn ?? 'person';
  }

  /** GraphQL requires an iterable; only the hub reads a live stream. */
  [Symbol.asyncIterator](): AsyncIterator<LiveDelivery> {
    throw new Error('A live stream is read by the socket hub');
  }
}

/** Sugar for `@Subscription(() => T, { subscribe: liveStream(({ args, context }) => ({ topic, key, entitled })) })`. */
export const liveStream =
  <A, C extends LimitedContext>(options: (data: { args: A; context: C }) => LiveStreamOptions<C>) =>
  (data: { args: unknown; context: unknown }): LiveStream =>
    new LiveStream(options(data as { args: A; context: C }));

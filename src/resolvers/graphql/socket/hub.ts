import type { ExecutionArgs } from 'graphql';
import { createSemaphore } from '../../../services/kernel/semaphore.ts';
import { idOf, type Actor } from '../../../services/access/actor.ts';
import type { LiveTopic, PassingTopic } from '../../../services/platform/context.ts';
import type { LiveDelivery, LiveListener, LiveSource, Unsubscribe } from '../../../services/platform/live/source.ts';
import { EventExecutor, type HubParts } from './event-executor.ts';
import type { Accepts, LiveStream } from './live-stream.ts';

/** One subscription of one socket, as the hub sees it. */
export interface Member {
  readonly actor: Actor;
  /** Members with equal keys receive the same text. */
  readonly documentKey: string;
  readonly operation: Pick<ExecutionArgs, 'document' | 'variableValues' | 'operationName'>;
  /** Writes one result, already serialized. */
  send(result: string): void;
  /** The stream cannot go on. */
  fail(error: unknown): void;
}

interface Subscriber {
  readonly member: Member;
  readonly group: Group;
  seq: number;
  isCatchingUp: boolean;
  isGone: boolean;
}

/** Members who receive the same bytes. */
interface Group {
  readonly key: string;
  readonly sample: Member;
  /** The same for all of them: it depends on the document and the person. */
  readonly accepts: Accepts | undefined;
  readonly subscribers: Set<Subscriber>;
}

/** One stream with subscribers. Its events are delivered one after the other. */
class Channel {
  readonly groups = new Map<string, Group>();
  seq = 0;
  stop: Unsubscribe | undefined;
  tail: Promise<void> = Promise.resolve();
  opening: Promise<void> | undefined;
  readonly stream: LiveStream;

  constructor(stream: LiveStream) {
    this.stream = stream;
  }

  subscribers(): Subscriber[] {
    return [...this.groups.values()].flatMap(({ subscribers }) => [...subscribers]);
  }
}

/** Concurrent deliveries: enough to load their rows together, few enough for their memory to be freed early. */
const deliveriesAtOnce = 200;

const channelKey = ({ topic, key }: LiveStream): string => `${topic.name}:${key}`;

/**
 * Delivers live events to subscriptions. People whose response is the same form a group: one execution and one
 * serialization per event and group, and the same text written to every member.
 */
export class Hub {
  readonly #channels = new Map<string, Channel>();
  readonly #source: LiveSource;
  readonly #executor: EventExecutor;
  readonly #inTurn = createSemaphore({ atOnce: deliveriesAtOnce, waiting: Infinity });

  constructor(source: LiveSource, parts: HubParts) {
    this.#source = source;
    this.#executor = new EventExecutor(parts);
  }

  /** Adds a member; the returned function removes it. Events after `stream.after` come first, then new ones. */
  join(stream: LiveStream, member: Member): Unsubscribe {
    const channel = this.#channelOf(stream);
    const group = groupOf(channel, stream, member);
    const subscriber: Subscriber = {
      member,
      group,
      seq: stream.after ?? 0,
      isCatchingUp: stream.after !== undefined,
      isGone: false,
    };
    group.subscribers.add(subscriber);
    this.#open(channel)
      .then(() => (subscriber.isCatchingUp ? this.#catchUp(channel, subscriber) : undefined))
      .catch((error: unknown) => {
        this.#leave(channel, subscriber);
        member.fail(error);
      });
    return () => this.#leave(channel, subscriber);
  }

  /** Number of streams with subscribers. */
  get size(): number {
    return this.#channels.size;
  }

  #channelOf(stream: LiveStream): Channel {
    const key = channelKey(stream);
    const channel = this.#channels.get(key) ?? new Channel(stream);
    this.#channels.set(key, channel);
    return channel;
  }

  #open(channel: Channel): Promise<void> {
    const { topic, key } = channel.stream;
    const listener = (event: LiveDelivery): void => {
      channel.tail = channel.tail.then(() => this.#inTurn(() => this.#deliver(channel, event)));
    };
    channel.opening ??= this.#listen(topic, key, listener).then((stop) => {
      channel.stop = stop;
      if (channel.groups.size === 0) this.#close(channel);
    });
    return channel.opening;
  }

  async #listen(topic: LiveTopic | PassingTopic, key: string, listener: LiveListener): Promise<Unsubscribe> {
    return topic.isPassing === true
      ? this.#source.listen(topic.name, key, listener)
      : this.#source.open(topic.name, key, null, listener);
  }

  #leave(channel: Channel, subscriber: Subscriber): void {
    if (subscriber.isGone) return;
    subscriber.isGone = true;
    const { group } = subscriber;
    group.subscribers.delete(subscriber);
    if (group.subscribers.size === 0) channel.groups.delete(group.key);
    if (channel.groups.size === 0) this.#close(channel);
  }

  #close(channel: Channel): void {
    const key = channelKey(channel.stream);
    if (this.#channels.get(key) === channel) this.#channels.delete(key);
    channel.stop?.();
    channel.stop = undefined;
  }

  async #deliver(channel: Channel, event: LiveDelivery): Promise<void> {
    if (event.seq <= channel.seq) return;
    channel.seq = event.seq;
    const all = channel.subscribers();
    const [only] = all;
    // Most streams have one subscriber: nothing to group.
    if (all.length === 1 && only !== undefined)
      return only.isCatchingUp ? undefined : this.#deliverTo(channel.stream, only, event);
    const subscribers = all.filter((subscriber) => !subscriber.isCatchingUp && event.seq > subscriber.seq);
    for (const subscriber of subscribers) subscriber.seq = event.seq;
    try {
      const entitled = await this.#executor.entitledTo(
        channel.stream,
        event,
        subscribers.map(({ member }) => member.actor),
      );
      const chosen = Map.groupBy(
        subscribers.filter(({ member }) => entitled.has(idOf(member.actor) ?? '')),
        ({ group }) => group,
      );
      // In parallel, so that a slow group does not delay the others.
      await Promise.all(
        [...chosen].map(async ([{ sample, accepts }, members]) => {
          const text = await this.#executor.answer(sample, event, accepts);
          if (text === undefined) return;
          for (const subscriber of members) if (!subscriber.isGone) subscriber.member.send(text);
        }),
      );
    } catch (error) {
      this.#executor.report(error, channelKey(channel.stream));
    }
  }

  /**
   * Reads what the member missed through a separate listener, and lets it join the others as soon as it has seen
   * everything that the channel has delivered: the channel was open before, so nothing is lost in between.
   */
  async #catchUp(channel: Channel, subscriber: Subscriber): Promise<void> {
    const { stream } = channel;
    let [tail, waiting] = [Promise.resolve(), 0];
    const own: { stop?: Unsubscribe } = {};
    const joinOthers = (): void => {
      if (own.stop === undefined || waiting > 0 || (channel.seq > subscriber.seq && !subscriber.isGone)) return;
      subscriber.isCatchingUp = false;
      own.stop();
    };
    own.stop = await this.#source.open(stream.topic.name, stream.key, subscriber.seq, (event) => {
      waiting += 1;
      tail = tail.then(async () => {
        if (subscriber.isCatchingUp) await this.#deliverTo(stream, subscriber, event);
        waiting -= 1;
        joinOthers();
      });
    });
    joinOthers();
  }

  async #deliverTo(stream: LiveStream, subscriber: Subscriber, event: LiveDelivery): Promise<void> {
    if (subscriber.isGone || event.seq <= subscriber.seq) return;
    const { member, group } = subscriber;
    try {
      const entitled = await this.#executor.entitledTo(stream, event, [member.actor]);
      const text = entitled.has(idOf(member.actor) ?? '')
        ? await this.#executor.answer(member, event, group.accepts)
        : undefined;
      if (text !== undefined && !subscriber.isGone) member.send(text);
    } catch (error) {
      this.#executor.report(error, channelKey(stream));
    }
    subscriber.seq = event.seq;
  }
}

function groupOf(channel: Channel, stream: LiveStream, member: Member): Group {
  const { actor, documentKey } = member;
  const key = `${documentKey}\n${actor.locale}\n${stream.dependsOn === 'role' && actor.kind === 'PERSON' ? [actor.role, ...(actor.sets ?? [])].join() : idOf(actor)}`;
  const group = channel.groups.get(key) ?? {
    key,
    sample: member,
    accepts: stream.accepts,
    subscribers: new Set<Subscriber>(),
  };
  channel.groups.set(key, group);
  return group;
}

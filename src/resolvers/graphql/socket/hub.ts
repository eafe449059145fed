import type { ExecutionArgs } from 'graphql';
import { createSemaphore } from '../../../services/kernel/semaphore.ts';
import { idOf, type Actor } from '../../../services/access/actor.ts';
import type { LiveDelivery, LiveSource, Unsubscribe } from '../../../services/platform/live/source.ts';
import { EventExecutor, type HubParts } from './event-executor.ts';
import type { LiveStream } from './live-stream.ts';

/** One subscription of one socket, as the hub sees it. */
export interface Member {
  readonly actor: Actor;
  /** Text of the answer is the same for members of equal keys. */
  readonly documentKey: string;
  readonly operation: Pick<ExecutionArgs, 'document' | 'variableValues' | 'operationName'>;
  /** Writes one result, already serialized. */
  send(result: string): void;
  /** The stream cannot go on. */
  fail(error: unknown): void;
}

interface Seat {
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
  readonly seats: Set<Seat>;
}

/** One stream that somebody listens to. Its events are delivered one after the other. */
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

  seats(): Seat[] {
    return [...this.groups.values()].flatMap(({ seats }) => [...seats]);
  }
}

/** Answers under way at once: enough to read their rows together, few enough for their memory to be gone young. */
const deliveriesAtOnce = 200;

const channelKey = ({ topic, key }: LiveStream): string => `${topic.name}:${key}`;

/**
 * Brings live events to subscriptions. People whose answer is the same form a group: one execution and one
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

  /** Seats a member; the answer unseats it. Events after `stream.after` come first, then those to come. */
  join(stream: LiveStream, member: Member): Unsubscribe {
    const channel = this.#channelOf(stream);
    const group = groupOf(channel, stream, member);
    const seat: Seat = {
      member,
      group,
      seq: stream.after ?? 0,
      isCatchingUp: stream.after !== undefined,
      isGone: false,
    };
    group.seats.add(seat);
    this.#open(channel)
      .then(() => (seat.isCatchingUp ? this.#catchUp(channel, seat) : undefined))
      .catch((error: unknown) => {
        this.#leave(channel, seat);
        member.fail(error);
      });
    return () => this.#leave(channel, seat);
  }

  /** How many streams somebody listens to. */
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
    channel.opening ??= this.#source
      .open(topic.name, key, null, (event) => {
        channel.tail = channel.tail.then(() => this.#inTurn(() => this.#deliver(channel, event)));
      })
      .then((stop) => {
        channel.stop = stop;
        if (channel.groups.size === 0) this.#close(channel);
      });
    return channel.opening;
  }

  #leave(channel: Channel, seat: Seat): void {
    if (seat.isGone) return;
    seat.isGone = true;
    const { group } = seat;
    group.seats.delete(seat);
    if (group.seats.size === 0) channel.groups.delete(group.key);
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
    const all = channel.seats();
    const [only] = all;
    // One's own events, mostly: nothing to group.
    if (all.length === 1 && only !== undefined)
      return only.isCatchingUp ? undefined : this.#deliverTo(channel.stream, only, event);
    const seats = all.filter((seat) => !seat.isCatchingUp && event.seq > seat.seq);
    for (const seat of seats) seat.seq = event.seq;
    try {
      const entitled = await this.#executor.entitledTo(
        channel.stream,
        event,
        seats.map(({ member }) => member.actor),
      );
      const chosen = Map.groupBy(
        seats.filter(({ member }) => entitled.has(idOf(member.actor) ?? '')),
        ({ group }) => group,
      );
      // One group after the other would let a slow answer hold the rest back.
      await Promise.all(
        [...chosen].map(async ([{ sample }, members]) => {
          const text = await this.#executor.answer(sample, event);
          for (const seat of members) if (!seat.isGone) seat.member.send(text);
        }),
      );
    } catch (error) {
      this.#executor.report(error, channelKey(channel.stream));
    }
  }

  /**
   * Reads what the member missed through a listener of its own, and lets it join the others as soon as it has seen all
   * that the channel has passed on: the channel was open before, so nothing lies between.
   */
  async #catchUp(channel: Channel, seat: Seat): Promise<void> {
    const { stream } = channel;
    let [tail, waiting] = [Promise.resolve(), 0];
    const own: { stop?: Unsubscribe } = {};
    const joinOthers = (): void => {
      if (own.stop === undefined || waiting > 0 || (channel.seq > seat.seq && !seat.isGone)) return;
      seat.isCatchingUp = false;
      own.stop();
    };
    own.stop = await this.#source.open(stream.topic.name, stream.key, seat.seq, (event) => {
      waiting += 1;
      tail = tail.then(async () => {
        if (seat.isCatchingUp) await this.#deliverTo(stream, seat, event);
        waiting -= 1;
        joinOthers();
      });
    });
    joinOthers();
  }

  async #deliverTo(stream: LiveStream, seat: Seat, event: LiveDelivery): Promise<void> {
    if (seat.isGone || event.seq <= seat.seq) return;
    const { member } = seat;
    try {
      const entitled = await this.#executor.entitledTo(stream, event, [member.actor]);
      const text = entitled.has(idOf(member.actor) ?? '') ? await this.#executor.answer(member, event) : undefined;
      if (text !== undefined && !seat.isGone) member.send(text);
    } catch (error) {
      this.#executor.report(error, channelKey(stream));
    }
    seat.seq = event.seq;
  }
}

function groupOf(channel: Channel, stream: LiveStream, member: Member): Group {
  const { actor, documentKey } = member;
  const key = `${documentKey}\n${actor.locale}\n${stream.dependsOn === 'role' && actor.kind === 'PERSON' ? [actor.role, ...(actor.sets ?? [])].join() : idOf(actor)}`;
  const group = channel.groups.get(key) ?? { key, sample: member, seats: new Set<Seat>() };
  channel.groups.set(key, group);
  return group;
}

/** One live event as a listener receives it. `seq` is the cursor of its stream. */
export interface LiveDelivery {
  readonly seq: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Called once per event, in order. Must not throw, and must not do slow work. */
export type LiveListener = (event: LiveDelivery) => void;

/** Stops listening; may be called more than once. */
export type Unsubscribe = () => void;

/** Where subscriptions get their events from. */
export interface LiveSource {
  /**
   * Subscribes to the stream `<topic>:<key>`. With `after`, everything later than that cursor is delivered first; with
   * null, only new events. In order, once, without a gap. `CURSOR_EXPIRED` when the stream cannot continue from that
   * cursor: it is older than what is kept, or the stream never reached it.
   */
  open(topic: string, key: string, after: number | null, listener: LiveListener): Promise<Unsubscribe>;
  /**
   * Subscribes to what passes on a stream and is stored nowhere: new signals only, numbered in the order in which this process receives
   * them. One is lost where Redis is unreachable.
   */
  listen(topic: string, key: string, listener: LiveListener): Unsubscribe;
}

/** One live event as a listener receives it. `seq` is the cursor of its stream. */
export interface LiveDelivery {
  readonly seq: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Told once per event, in order. Must not throw; slow work belongs elsewhere. */
export type LiveListener = (event: LiveDelivery) => void;

/** Stops listening; may be called more than once. */
export type Unsubscribe = () => void;

/** Where subscriptions get their events from. */
export interface LiveSource {
  /**
   * Listens to the stream `<topic>:<key>`. With `after`, everything later than that cursor is delivered first; with null,
   * only what comes from now on. In order, once, without a gap. `CURSOR_EXPIRED` when the stream cannot go on from that
   * cursor: it is older than what is kept, or the stream never reached it.
   */
  open(topic: string, key: string, after: number | null, listener: LiveListener): Promise<Unsubscribe>;
}

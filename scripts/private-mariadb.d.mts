/** A server of a test's own: gone, with everything in it, when stopped. */
export interface PrivateMariaDb {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Killed at once, as by a power cut, and started again on what it had written. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export function startMariaDb(options?: {
  readonly folder?: string;
  readonly bufferPool?: string;
  readonly isBrief?: boolean;
}): Promise<PrivateMariaDb>;

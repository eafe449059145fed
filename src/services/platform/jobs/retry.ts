/** Thrown by a task that knows when to retry (`Retry-After`): overrides the back-off. Counts as an attempt. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly delayMs: number;

  constructor(delayMs: number, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.delayMs = delayMs;
  }
}

/** Thrown by a task that can never succeed: the job becomes a dead letter at once. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}

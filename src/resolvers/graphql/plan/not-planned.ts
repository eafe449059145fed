/** Thrown where a plan does not know what to do: the operation is then executed by graphql-js. */
export class NotPlanned extends Error {
  /** True when the operation will never run as a plan, whatever its variables and rows are. */
  readonly isLasting: boolean;

  constructor(reason: string, { isLasting = false }: { isLasting?: boolean } = {}) {
    super(reason);
    this.isLasting = isLasting;
  }
}

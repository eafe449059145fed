import type { ProviderEvent } from './events.ts';

/** The provider lists the events that it sent, so that lost ones are found. */
export interface EventHistoryPort {
  /** Those of a time that are acted upon, by the provider's clock: from the first instant until before the second. */
  listEvents(period: EventPeriod): Promise<readonly ProviderEvent[]>;
}

/** Whole seconds. */
export interface EventPeriod {
  readonly from: Date;
  readonly until: Date;
}

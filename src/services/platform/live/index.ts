/** The public API of live events. */
export { createLiveHub, type LiveHub, type LiveHubParts } from './hub.ts';
export type { LiveSignal } from './signals.ts';
export type { LiveDelivery, LiveListener, LiveSource, Unsubscribe } from './source.ts';

// Which jobs the product queues when something happens: the baseline must queue as many.
import { subscriptions } from '../../dist/modules.js';

export const jobKindsOf = async (eventName) =>
  subscriptions.filter(({ event }) => event.name === eventName).map(({ task }) => task.kind);

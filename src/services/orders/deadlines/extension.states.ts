import type { ExtensionStatus } from '../../../entities/orders/order-extension.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type ExtensionVerb = 'grant' | 'refuse' | 'lapse';

/** A request for a later due date is answered once, or lapses with what it was about. */
export const extensionStates: StateTable<ExtensionStatus, ExtensionVerb> = {
  PENDING: { grant: 'GRANTED', refuse: 'REFUSED', lapse: 'LAPSED' },
  GRANTED: {},
  REFUSED: {},
  LAPSED: {},
};

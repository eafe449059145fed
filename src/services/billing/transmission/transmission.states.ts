import type { Transmission } from '../../../entities/billing/invoice.entity.ts';
import { transition, type StateTable } from '../../kernel/states.ts';

export type TransmissionVerb = 'require' | 'send' | 'accept' | 'reject';

/**
 * What becomes of an invoice at the seller's accredited platform. One that needs none may be sent there all the same; a platform may
 * answer before anybody said that it was sent; what it rejected is sent again.
 */
export const transmissionStates: StateTable<Transmission, TransmissionVerb> = {
  NOT_NEEDED: { require: 'TO_SEND', send: 'SENT' },
  TO_SEND: { send: 'SENT', accept: 'ACCEPTED', reject: 'REJECTED' },
  SENT: { accept: 'ACCEPTED', reject: 'REJECTED' },
  REJECTED: { send: 'SENT', accept: 'ACCEPTED' },
  ACCEPTED: {},
};

/** The state that a verb leads to; refuses one that the state does not allow. */
export function transmissionAfter(transmission: Transmission, verb: TransmissionVerb): Transmission {
  const thing = { status: transmission };
  transition(transmissionStates, thing, verb);
  return thing.status;
}

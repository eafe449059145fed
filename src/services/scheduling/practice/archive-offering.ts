import type { Offering } from '../../../entities/scheduling/offering.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { UseCase } from '../../platform/context.ts';
import { offeringStates, type OfferingVerb } from '../offering.states.ts';
import { loadOffering, noteOffering } from './load-offering.ts';

type MoveOffering = UseCase<'em' | 'actor' | 'record' | 'publish', { readonly id: string }, Offering>;

const moving =
  (verb: OfferingVerb): MoveOffering =>
  async (tx, { id }) => {
    const given = await loadOffering(tx, id);
    transition(offeringStates, given.offering, verb);
    noteOffering(tx, given, { verb });
    return given.offering;
  };

/** Hides an offering, which takes no new bookings; those it has stand. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export const archiveOffering = moving('archive');

/** Offers an archived offering again. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export const restoreOffering = moving('restore');

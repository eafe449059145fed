import type { PrivacyRequestStatus } from '../../entities/privacy/privacy-request.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type PrivacyRequestVerb = 'complete' | 'refuse' | 'extend';

/** The life of a request about personal data. What the application does by itself is DONE from the beginning. */
export const privacyRequestStates: StateTable<PrivacyRequestStatus, PrivacyRequestVerb> = {
  OPEN: { complete: 'DONE', refuse: 'REFUSED', extend: 'OPEN' },
  DONE: {},
  REFUSED: {},
};

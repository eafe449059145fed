import type { Mode } from './set-modes.ts';

/**
 * May somebody choose this? What is said of their account's safety is always said, at once, by both channels; in the application a
 * notification is shown or not, and there are no digests.
 */
export const isAllowed = ({ type, channel, mode }: Mode): boolean =>
  mode === 'IMMEDIATE' || (type !== 'SECURITY' && (channel === 'EMAIL' || mode === 'OFF'));

/**
 * Where mails go that nobody is to have: no address ends in `.invalid` (RFC 2606). They are queued, written and recorded
 * like any other, so that the work for an address without an account is that for one with an account, and never leave.
 */
export const decoyAddress = 'nobody@decoy.invalid';

export const isDecoy = (email: string): boolean => email === decoyAddress;

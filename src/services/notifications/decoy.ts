/**
 * Addresses of mails that nobody receives: no address ends in `.invalid` (RFC 2606). These mails are queued, rendered
 * and recorded like any other, so that the work for an address without an account equals that for one with an account,
 * and are never sent.
 */
export const decoyAddress = 'nobody@decoy.invalid';

export const isDecoy = (email: string): boolean => email === decoyAddress;

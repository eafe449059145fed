/** Every kind of person there is for the matrix, as data: a column each. A new kind is a line here, and a seat in `world.ts`. */
export interface Kind {
  readonly name: string;
  /** Whose token they show; nobody’s for `null`. */
  readonly seat: string | null;
  /** The kind that is to the second set of objects what this one is to the first. */
  readonly mirror?: string;
}

export const kinds: readonly Kind[] = [
  { name: 'anonymous', seat: null },
  { name: 'owner', seat: 'customer-1', mirror: 'other customer' },
  { name: 'other customer', seat: 'customer-2', mirror: 'owner' },
  { name: 'assigned proofreader', seat: 'proofreader-1', mirror: 'other proofreader' },
  { name: 'other proofreader', seat: 'proofreader-2', mirror: 'assigned proofreader' },
  { name: 'artisan', seat: 'artisan' },
  { name: 'admin', seat: 'admin' },
  { name: 'auditor', seat: 'auditor' },
  { name: 'service account', seat: 'service' },
  { name: 'awaiting second factor', seat: 'awaiting' },
  { name: 'owner without fresh proof', seat: 'customer-1, long signed in' },
  { name: 'admin without fresh proof', seat: 'admin, long signed in' },
  { name: 'suspended', seat: 'suspended' },
  { name: 'expired', seat: 'expired' },
];

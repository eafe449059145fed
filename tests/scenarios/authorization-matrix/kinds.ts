/** Every kind of person there is for the matrix, as data: a column each. A new kind is a line here, and a person in `world.ts`. */
export interface Kind {
  readonly name: string;
  /** Whose token they show; nobody’s for `null`. */
  readonly person: string | null;
  /** The kind that is to the second set of objects what this one is to the first. */
  readonly mirror?: string;
}

export const kinds: readonly Kind[] = [
  { name: 'anonymous', person: null },
  { name: 'owner', person: 'customer-1', mirror: 'other customer' },
  { name: 'other customer', person: 'customer-2', mirror: 'owner' },
  { name: 'assigned proofreader', person: 'proofreader-1', mirror: 'other proofreader' },
  { name: 'other proofreader', person: 'proofreader-2', mirror: 'assigned proofreader' },
  { name: 'artisan', person: 'artisan' },
  { name: 'admin', person: 'admin' },
  { name: 'auditor', person: 'auditor' },
  { name: 'service account', person: 'service' },
  { name: 'awaiting second factor', person: 'awaiting' },
  { name: 'owner without fresh proof', person: 'customer-1, long signed in' },
  { name: 'admin without fresh proof', person: 'admin, long signed in' },
  { name: 'suspended', person: 'suspended' },
  { name: 'expired', person: 'expired' },
];

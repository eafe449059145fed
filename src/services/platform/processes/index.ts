/** The public API of the registry of running processes, and of the leases of crashed ones. */
export { ProcessRegistry, type RegistryParts } from './registry.ts';
export { stayEnrolled, type ProcessIdentity } from './register.ts';

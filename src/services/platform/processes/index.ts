/** The public API of running processes: who works here, and what the dead held. */
export { ProcessRegistry, type RegistryParts } from './registry.ts';
export { stayEnrolled, type ProcessIdentity } from './register.ts';

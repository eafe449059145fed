import type { Permission } from './permissions.ts';

/**
 * What a container (an order, a cabinet) allows those who have a place in it, as data: the permission, and the places
 * that have it there. What a table does not name, nobody may through the container.
 */
export type ContainerRules<Place extends string> = Readonly<Partial<Record<Permission, readonly Place[]>>>;

/** One container as one actor meets it: its rules, and the places it grants them. Loaded by the policy of its domain. */
export interface Container<Place extends string = string> {
  readonly rules: ContainerRules<Place>;
  readonly places: readonly Place[];
}

/** Does a place in this container bring the permission? */
export const isGrantedIn = ({ rules, places }: Container, permission: Permission): boolean =>
  places.some((place) => rules[permission]?.includes(place) ?? false);

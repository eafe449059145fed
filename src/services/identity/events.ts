import { z } from 'zod';
import type { EventType, LiveTopic } from '../platform/context.ts';

const aboutUser = z.object({ userId: z.uuid() });
export type AboutUser = z.infer<typeof aboutUser>;

/** Somebody registered; their address is not proven yet. */
export const userRegistered: EventType<AboutUser> = { name: 'user.registered', payload: aboutUser };

/** Somebody proved their address: the account may be used. */
export const userActivated: EventType<AboutUser> = { name: 'user.activated', payload: aboutUser };

/** The address of an account is another one, which its owner has proven. */
export const userAddressChanged: EventType<AboutUser> = { name: 'user.address-changed', payload: aboutUser };

/**
 * Not for clients: a session ended, or the person's role or status changed. Processes that remember who is signed in
 * forget this person at once. Its key is the person's id.
 */
export const sessionsChanged: LiveTopic = { name: 'sessionsChanged' };

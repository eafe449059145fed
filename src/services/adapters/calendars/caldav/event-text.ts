import ical from 'ical-generator';
import type { OwnEvent } from '../port.ts';

/** The event of a booking as a file, in UTC instants: a local time would need the rules of its zone beside it. */
export function eventText(event: OwnEvent, stampedAt: Date): string {
  const calendar = ical({ prodId: { company: 'Atelier', product: 'Appointments', language: 'EN' } });
  calendar.createEvent({
    ...{ id: event.uid, sequence: event.sequence, stamp: stampedAt, start: event.startsAt, end: event.endsAt },
    ...{ summary: event.title, description: event.description, location: event.location },
  });
  return calendar.toString();
}

/** The sequence of the booking that a file of ours was written with. */
export const sequenceIn = (text: string): number => Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1] ?? 0);

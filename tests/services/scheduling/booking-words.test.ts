// @lane sqlite: the words of texts need no database.
import { expect, test } from '@jest/globals';
import { gsmText, textLength } from '../../../src/services/kernel/gsm7.ts';
import { writeBookingText, type BookingTextKind } from '../../../src/services/scheduling/texts/booking-words.ts';

const link = `https://artisan.example/rdv/AC-7K2M9Q?t=${'x'.repeat(20)}`;
const facts = {
  offeringName: 'Accord de piano',
  code: 'AC-7K2M9Q',
  link,
  startsAt: new Date('2027-01-12T09:00:00Z'),
  timeZone: 'Europe/Paris',
  readerZone: 'Europe/Paris',
  now: new Date('2027-01-11T17:00:00Z'),
};
const kinds: readonly BookingTextKind[] = [
  'booking-confirmation',
  'booking-reminder',
  'booking-cancellation',
  'booking-move',
];

test('septets: what GSM-7 has, what takes two, and what makes a text dearer', () => {
  expect(textLength('é è à ù ò ì Ç'.padEnd(160, '.'))).toEqual({ isGsm: true, units: 160, segments: 1 });
  expect(textLength(`${'.'.repeat(159)}€`)).toEqual({ isGsm: true, units: 161, segments: 2 });
  expect(textLength('.'.repeat(307))).toMatchObject({ segments: 3 });
  for (const dear of ['ê', 'ç', 'î', '’', 'œ', '\u00a0', 'Ж'])
    expect(textLength(dear.padEnd(71, '.'))).toEqual({ isGsm: false, units: 71, segments: 2 });
  expect(gsmText('L’œuvre : « ça\u00a0», où, être… – Ж')).toBe('L\'oeuvre : " ca ", où, etre... - Ж');
});

test('the reminder is that of the seed', () => {
  expect(link).toHaveLength(60);
  expect(writeBookingText('booking-reminder', 'fr', facts)).toBe(
    `Rappel : RDV Accord de piano demain à 10h00. Code AC-7K2M9Q. Gérer : ${link}`,
  );
  const today = { ...facts, now: new Date('2027-01-12T06:00:00Z') };
  expect(writeBookingText('booking-reminder', 'fr', today)).toContain("aujourd'hui à 10h00");
  expect(writeBookingText('booking-move', 'en', { ...facts, now: new Date('2027-01-01T06:00:00Z') })).toBe(
    `Booking moved: Accord de piano on 12 Jan at 10:00. Code AC-7K2M9Q. Manage: ${link}`,
  );
});

test('every text is one segment, however long the name of what was booked; the code and the link stay whole', () => {
  const names = [
    'Ça',
    'Réglage, harmonisation et accord d’un piano à queue de concert'.repeat(3),
    '€uro {[~]} '.repeat(20),
  ];
  for (const kind of kinds)
    for (const locale of ['fr', 'en'] as const)
      for (const offeringName of names)
        for (const readerZone of ['Europe/Paris', 'America/New_York', 'Pacific/Pago_Pago']) {
          const text = writeBookingText(kind, locale, { ...facts, offeringName, readerZone, now: new Date(0) });
          expect([text, textLength(text)]).toEqual([text, { isGsm: true, units: expect.any(Number), segments: 1 }]);
          expect(text.endsWith(link) && text.includes('AC-7K2M9Q')).toBe(true);
        }
});

test('whoever is elsewhere reads their own time beside', () => {
  expect(writeBookingText('booking-reminder', 'fr', { ...facts, readerZone: 'America/New_York' })).toContain(
    'demain à 10h00 (4h00 chez vous).',
  );
  const far = { ...facts, readerZone: 'Pacific/Pago_Pago' };
  expect(writeBookingText('booking-reminder', 'fr', far)).toContain('demain à 10h00 (11/01 à 22h00 chez vous).');
  expect(writeBookingText('booking-reminder', 'en', far)).toContain('tomorrow at 10:00 (11 Jan 22:00 your time).');
  // Clocks that show the same, a day apart.
  const apart = { ...facts, timeZone: 'Pacific/Kiritimati', readerZone: 'Pacific/Honolulu' };
  expect(writeBookingText('booking-move', 'fr', apart)).toContain('23h00 (11/01 à 23h00 chez vous).');
});

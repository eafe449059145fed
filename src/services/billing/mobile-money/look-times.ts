const minute = 60;
const hour = 60 * minute;

/** Seconds after a push at which it is looked at: 5, 15, 30, 60, each two minutes to a quarter of an hour, hourly to a day. */
const lookTimes: readonly number[] = [
  5,
  15,
  30,
  minute,
  ...Array.from({ length: 7 }, (_, i) => (3 + 2 * i) * minute),
  ...Array.from({ length: 24 }, (_, i) => (i + 1) * hour),
];

/** When a push that began then is looked at next; undefined after a day, when somebody must be asked. */
export function nextLookAt(begun: Date, now: Date): Date | undefined {
  const passed = (now.getTime() - begun.getTime()) / 1_000;
  const next = lookTimes.find((seconds) => seconds > passed);
  return next === undefined ? undefined : new Date(begun.getTime() + next * 1_000);
}

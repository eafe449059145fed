const programs: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrom(e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/\bnode\b|undici/i, 'Node.js'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const named = (list: typeof programs, agent: string): string | undefined =>
  list.find(([sign]) => sign.test(agent))?.[1];

/** What a person used, in a word or two ("Firefox, Windows"): enough to recognise, too little to single anybody out. */
export function agentOf(agent: string | null): string | null {
  if (agent === null) return null;
  return [named(programs, agent) ?? 'other', named(systems, agent)].filter((word) => word !== undefined).join(', ');
}

type Named = readonly (readonly [RegExp, string])[];

/** The first that fits: many programs name others to be treated like them. */
const programs: Named = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
  [/\bcurl\//, 'curl'],
  [/\bnode\b/i, 'Node'],
];

const systems: Named = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows NT\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (names: Named, agent: string): string | undefined => names.find(([sign]) => sign.test(agent))?.[1];

/** A readable name of the device of a User-Agent: `Firefox · Windows`; `null` when it is not recognised. */
export function deviceName(agent: string | null): string | null {
  const parts = [nameIn(programs, agent ?? ''), nameIn(systems, agent ?? '')].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join(' · ');
}

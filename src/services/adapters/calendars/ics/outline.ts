/** A calendar file, cut into its parts before any of them is read: what is wrong with one event leaves the others. */
export interface Outline {
  /** Properties of the calendar itself, their names in capitals. */
  readonly properties: ReadonlyMap<string, string>;
  /** Each as text, from BEGIN to END. */
  readonly events: readonly string[];
  readonly zones: readonly string[];
}

const kept: ReadonlySet<string> = new Set(['VEVENT', 'VTIMEZONE']);

/** Undefined for what is no calendar. */
export function outlineOf(text: string): Outline | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (!lines.some((line) => /^BEGIN:VCALENDAR\s*$/i.test(line))) return undefined;
  const parts = { VEVENT: [] as string[], VTIMEZONE: [] as string[] };
  const properties = new Map<string, string>();
  let part: string[] | null = null;
  let name = '';
  for (const line of lines) {
    const mark = /^(BEGIN|END):([A-Z-]+)\s*$/i.exec(line);
    const word = mark?.[2]?.toUpperCase() ?? '';
    if (part === null && mark?.[1]?.toUpperCase() === 'BEGIN' && kept.has(word)) {
      part = [];
      name = word;
    }
    if (part === null) note(properties, line);
    else part.push(line);
    if (part !== null && mark?.[1]?.toUpperCase() === 'END' && word === name) {
      parts[name as keyof typeof parts].push(part.join('\r\n'));
      part = null;
    }
  }
  return { properties, events: parts.VEVENT, zones: parts.VTIMEZONE };
}

function note(properties: Map<string, string>, line: string): void {
  const found = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/i.exec(line);
  const [, name, value] = found ?? [];
  if (name !== undefined && value !== undefined) properties.set(name.toUpperCase(), value.trim());
}

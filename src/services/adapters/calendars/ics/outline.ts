/** A calendar file, cut into its parts before any of them is read: what is wrong with one event leaves the others. */
export interface Outline {
  /** Properties of the calendar itself, their names in capitals. */
  readonly properties: ReadonlyMap<string, string>;
  /** Each as text, from BEGIN to END. */
  readonly events: readonly string[];
  readonly zones: readonly string[];
}

/** Undefined for what is no calendar. */
export function outlineOf(text: string): Outline | undefined {
  const cutting: Cutting = { properties: new Map(), events: [], zones: [], part: null };
  let isCalendar = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    isCalendar ||= /^BEGIN:VCALENDAR\s*$/i.test(line);
    take(cutting, line);
  }
  return isCalendar ? cutting : undefined;
}

interface Cutting {
  readonly properties: Map<string, string>;
  readonly events: string[];
  readonly zones: string[];
  /** The part that is not at its end yet. */
  part: { readonly name: string; readonly lines: string[] } | null;
}

const edges = /^(BEGIN|END):(VEVENT|VTIMEZONE)\s*$/i;

/** The mark and the name of a line that begins or ends a part, in capitals; nothing of any other. */
const edgeIn = (line: string): readonly (string | undefined)[] =>
  edges.exec(line)?.map((part) => part.toUpperCase()) ?? [];

function take(cutting: Cutting, line: string): void {
  const [, mark, name] = edgeIn(line);
  if (cutting.part === null && mark === 'BEGIN' && name !== undefined) cutting.part = { name, lines: [] };
  if (cutting.part === null) return note(cutting.properties, line);
  cutting.part.lines.push(line);
  if (mark === 'END' && name === cutting.part.name) close(cutting, cutting.part);
}

function close(cutting: Cutting, { name, lines }: NonNullable<Cutting['part']>): void {
  (name === 'VEVENT' ? cutting.events : cutting.zones).push(lines.join('\r\n'));
  cutting.part = null;
}

function note(properties: Map<string, string>, line: string): void {
  const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/i.exec(line) ?? [];
  if (name !== undefined && value !== undefined) properties.set(name.toUpperCase(), value.trim());
}

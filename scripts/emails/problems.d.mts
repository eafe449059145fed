interface Parts {
  readonly subject: string;
  readonly preheader: string;
  readonly text: string;
  readonly html: string;
}

/** The variables that a template reads, whether in a text, a helper or a condition. */
export function variablesOf(source: string): Set<string>;

/** The same without those of the layout. */
export function ownVariables(source: string): Set<string>;

/** What is wrong with a compiled mail, in sentences. */
export function problemsOf(byLocale: Readonly<Partial<Record<string, Parts>>>): string[];

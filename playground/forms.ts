import { prepareForm, solveFormTicket } from '../sdk/forms.ts';
import { atelier, nameNow, show } from './ask.ts';

/** The work that the tickets ask for which an answer has shown. */
const bitsOf = new Map<string, number>();

/** Remembers the tickets of an answer, so that a form that is sent with one of them gets its proof. */
export function rememberTicket(answer: unknown): void {
  const given = (answer as { data?: { formTicket?: { ticket?: string; proofBits?: number } } } | null)?.data
    ?.formTicket;
  if (given?.ticket !== undefined && given.proofBits !== undefined) bitsOf.set(given.ticket, given.proofBits);
}

interface FormInput {
  readonly ticket: string;
  readonly proof?: string | null;
}

const isForm = (value: unknown): value is FormInput =>
  typeof (value as Partial<FormInput> | null)?.ticket === 'string' && !(value as FormInput).proof;

/** Variables of a public form with its proof of work: for a ticket that was asked for here, or, where it is left empty, for a new one. */
export async function withProof(variables: unknown): Promise<unknown> {
  if (typeof variables !== 'object' || variables === null || !Object.values(variables).some(isForm)) return variables;
  show('The form is being prepared…');
  const ready: [string, unknown][] = [];
  for (const [name, value] of Object.entries(variables))
    ready.push([name, isForm(value) ? { ...value, ...(await proven(value)) } : value]);
  show(nameNow());
  return Object.fromEntries(ready);
}

async function proven({ ticket }: FormInput): Promise<Partial<FormInput>> {
  if (ticket === '') return prepareForm(atelier);
  const proofBits = bitsOf.get(ticket);
  return proofBits === undefined ? {} : { proof: await solveFormTicket({ ticket, proofBits }) };
}

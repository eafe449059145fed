import { solveFormTicket } from '../../sdk/forms.ts';

/** The proof of work of a form ticket, as the SDK finds it; none for what is no ticket. A ticket says its bits in its third part. */
export function proofFor(ticket: string): Promise<string> {
  const proofBits = Number(ticket.split('.')[2]);
  return proofBits > 0 ? solveFormTicket({ ticket, proofBits }) : Promise.resolve('');
}

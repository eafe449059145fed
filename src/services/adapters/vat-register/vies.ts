/** VIES, the Commission's register, by its REST API. It asks the register of each country, and says when that one does not answer. */
import { z } from 'zod';
import { boundedCall } from '../http/bounded-call.ts';
import type { VatNumberAnswer, VatRegister } from './port.ts';

const address = 'https://ec.europa.eu/taxation_customs/vies/rest-api';
const timeoutMs = 10_000;

/** `userError` is VALID, INVALID, or why nothing is known: MS_UNAVAILABLE, TIMEOUT, MS_MAX_CONCURRENT_REQ. */
const answered = z.object({ isValid: z.boolean(), userError: z.string() });

export const viesRegister = ({ url = address, timeout = timeoutMs } = {}): VatRegister => ({
  async lookUp(vatNumber) {
    const [country, number] = [vatNumber.slice(0, 2), vatNumber.slice(2)].map(encodeURIComponent);
    const call = await boundedCall(`${url}/ms/${country}/vat/${number}`, {}, timeout);
    return call.kind === 'answer' && call.status === 200 ? meaningOf(call.body) : 'UNKNOWN';
  },
});

function meaningOf(body: unknown): VatNumberAnswer {
  const { success, data } = answered.safeParse(body);
  if (!success) return 'UNKNOWN';
  if (data.isValid) return 'VALID';
  return data.userError === 'INVALID' ? 'INVALID' : 'UNKNOWN';
}

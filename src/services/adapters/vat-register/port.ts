/** The register of the VAT numbers of the European Union. */

/** UNKNOWN: nobody could say now, because the register of that country, or the way to it, was down. */
export type VatNumberAnswer = 'VALID' | 'INVALID' | 'UNKNOWN';

export interface VatRegister {
  /** Whether the number, without blanks and with the letters of its country, is one of a business. Never throws. */
  lookUp(vatNumber: string): Promise<VatNumberAnswer>;
}

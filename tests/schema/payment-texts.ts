/** Where each text that narrows a list of money ends, as in `input-texts.test.ts`. */
export const paymentTexts: Readonly<Record<string, string | null>> = {
  'InvoiceFilterInput.personEmail': 'Invoice.personEmail',
  'PaymentFilterInput.personEmail': 'Payment.personEmail',
  'RefundFilterInput.personEmail': 'Payment.personEmail',
  'DisputeFilterInput.personEmail': 'Payment.personEmail',
  'QuoteFilterInput.personEmail': 'Quote.personEmail',
};

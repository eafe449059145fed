/** As the lines of the demo write it. */
export const amountOf = ({ amount, currency }: { readonly amount: number; readonly currency: string }): string =>
  new Intl.NumberFormat('fr', { style: 'currency', currency }).format(currency === 'XOF' ? amount : amount / 100);

/** What of a price is paid beforehand: half up to the cent. The deposit of an offering as it is shown, checked, and frozen in a booking. */
export const depositOf = ({
  priceCents,
  depositBasisPoints,
}: {
  readonly priceCents: number;
  readonly depositBasisPoints: number;
}): number => Math.floor((priceCents * depositBasisPoints + 5_000) / 10_000);

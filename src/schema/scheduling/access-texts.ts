/** How somebody says which appointment they mean, and by what right. */
export const accessTexts = {
  code: 'Its code, whatever its case, blanks and dash; alone, for the account that booked.',
  token: 'With the code, the token of its link.',
  email: 'With the code instead of the token, the address it was booked with.',
  bookingId: 'Instead of the code, its identifier: for the account that booked, its artisan, and admins.',
} as const;

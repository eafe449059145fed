/** What a booking says of its customer once they are forgotten: its code, its time and its money stay. */
export const anonymous = {
  customerName: 'Anonymisé',
  customerEmail: null,
  customerPhone: null,
  place: null,
  answers: [],
  customerNote: null,
  staffNote: null,
  cancellationReason: null,
};

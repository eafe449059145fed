/** How long somebody may take to accept an invitation. */
export const invitationDays = 7;

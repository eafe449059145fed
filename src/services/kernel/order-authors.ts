/** Who did something in an order, as its people know each other. */
export const orderAuthors = ['CUSTOMER', 'PROOFREADER', 'TEAM', 'APPLICATION'] as const;
export type OrderAuthor = (typeof orderAuthors)[number];

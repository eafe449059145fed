/** An address as it is kept and looked up: lower case, without blanks around it. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

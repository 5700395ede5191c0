/** The languages the product speaks, in the order in which they are offered. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

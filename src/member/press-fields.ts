import * as z from 'zod/mini';

/** Version of the data a card carries; cards of an older one are answered with the current card. */
export const cardVersion = 1;

/** Fields that the presses of several features carry: ids, revisions and short words, each with its limits. */
export const programmeIdField = z.string().check(z.minLength(1), z.maxLength(40));
export const idField = z.string().check(z.minLength(1), z.maxLength(100));
export const revisionField = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(1_000_000));
export const shortField = z.string().check(z.maxLength(500));

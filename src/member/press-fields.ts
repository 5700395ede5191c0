import { z } from 'zod';

/** Version of the data a card carries; cards of an older one are answered with the current card. */
export const cardVersion = 1;

/** Fields that the presses of several features carry: ids, revisions and short words, each with its limits. */
export const programmeIdField = z.string().min(1).max(40);
export const idField = z.string().min(1).max(100);
export const revisionField = z.coerce.number().int().min(0).max(1_000_000);
export const shortField = z.string().max(500);

import * as z from 'zod/mini';

/** How far a pair's session of one month is. */
export const monthStepSchema = z.enum([
  'none',
  'proposing',
  'booked',
  'asked',
  'held',
  'missed',
  'unclear',
  'paused',
  'after-end',
]);

import { closingDue } from './due';

/** The end of a programme. What it declares, for `src/dispatch`. */
export const closingFeature = { name: 'closing', due: closingDue } as const;

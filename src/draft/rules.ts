import { pairingPolicySchema } from '../pairing/contract';
import type { DraftChoices } from './model';

/** What holds where HR decided nothing. */
export const emptyChoices: DraftChoices = { policy: pairingPolicySchema.parse({}), locked: [], apart: [] };

import { pairingText } from './text/pairing-text';

/** Choosing pairs. What it declares, for `src/dispatch`. */
export const pairingFeature = { name: 'pairing', text: pairingText } as const;

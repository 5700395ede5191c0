import { permittedSkewMilliseconds } from '../src/kernel/clock';

/**
 * By how many seconds the clock of whoever signs a token may differ from this one, at the bot and at the tab alike. Bot Framework and Entra
 * keep theirs within a second; the SDK's own five minutes would let a token in that long after its end.
 */
export const skewSeconds = permittedSkewMilliseconds / 1000;

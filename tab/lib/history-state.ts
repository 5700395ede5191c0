/** State of an entry of the history that the reader has gone to from another page, or by a deep link. */
export const goneTo = 'gone-to';

/** State of a redirect on the way in: the reader has chosen nothing yet. */
export const ledHere = 'led-here';

/** Real time in milliseconds since 1970: for tokens, rates and the offset of programme time; the only reading of the machine's clock here. */
export function realMilliseconds(): number {
  // eslint-disable-next-line no-restricted-properties -- a stand-in for Microsoft's cloud has its own clock, as the cloud has
  return Date.now();
}

/** The city by which an IANA zone is called, in its English spelling: `New York`. */
export function cityOfZone(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

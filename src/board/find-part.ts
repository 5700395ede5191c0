import type { Secrets } from '../domain/ports';

/** In how many parts the rows of a board lie at most; a programme of few pairs has fewer. */
export const mostParts = 256;

/** Key of the part in which a pair's row lies: it follows from the pair's id, so that nothing has to be looked up. */
export function findPart(secrets: Pick<Secrets, 'sha256'>, pairId: string): string {
  return secrets.sha256(pairId).slice(0, 2);
}

/** Key of a part by its number from 0; keys sort as their numbers do. */
export function partKey(number: number): string {
  return number.toString(16).padStart(2, '0');
}

/** The number of a part by its key. */
export function partNumber(key: string): number {
  return Number.parseInt(key, 16);
}

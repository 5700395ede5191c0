import type { Ports } from '../domain/ports';

/** Whose sheet it is: the person, and of a pulse the pair, each under the key alone. Of one person it is the same in every round. */
export interface SheetOwner {
  readonly person: string;
  readonly pair?: string;
}

/** HMAC-SHA-256 of the person, and of one of their pairs, under the programme's survey key; hex. */
export function ownerOf(
  { secrets }: Ports<'secrets'>,
  key: string,
  participantId: string,
  pairId: string | undefined,
): SheetOwner {
  const person = secrets.hmac(key, JSON.stringify(['person', participantId]));
  return pairId === undefined ? { person } : { person, pair: secrets.hmac(key, JSON.stringify(['pair', pairId])) };
}

/** One name for the owner within a round. */
export function ownerName({ person, pair = '' }: SheetOwner): string {
  return `${person}|${pair}`;
}

/** Partition of the sheets that wait for the night: of all rounds together, so that none is known by how many wait in it. */
export function waitingPartition(programmeId: string): string {
  return `${programmeId}|waiting`;
}

/** Row key of a waiting sheet. */
export function waitingPseudonym(
  { secrets }: Ports<'secrets'>,
  key: string,
  surveyRound: string,
  owner: SheetOwner,
): string {
  return secrets.hmac(key, JSON.stringify(['waiting', surveyRound, ownerName(owner)]));
}

/** Partition in which it says, by round, which edition holds the sealed sheets. */
export function editionsPartition(programmeId: string): string {
  return `${programmeId}|editions`;
}

/** Partition of the sealed sheets of a round, as one night wrote them. */
export function sheetPartition(programmeId: string, surveyRound: string, edition: string): string {
  return `${programmeId}|${surveyRound}|${edition}`;
}

/** Row key of a sealed sheet: another one in each edition, and no order of it follows from that of another. */
export function sheetPseudonym(
  { secrets }: Ports<'secrets'>,
  key: string,
  surveyRound: string,
  edition: string,
  owner: SheetOwner,
): string {
  return secrets.hmac(key, JSON.stringify(['sheet', surveyRound, edition, ownerName(owner)]));
}

/** Partition of the comments that HR reads, of all rounds. */
export function commentsPartition(programmeId: string): string {
  return `${programmeId}|comments`;
}

import type { ReadOwnSheet } from '../domain/own-sheet';
import { ownSheetsOf } from '../survey/find-own-sheet';
import { surveyPorts, type AllPorts } from './all-ports';

/** Reads the survey sheets of this participant and of nobody else; whoever is no participant has none. */
export function bindOwnSheet(all: AllPorts, programmeId: string, participantId: string | undefined): ReadOwnSheet {
  if (participantId === undefined) return () => Promise.resolve(undefined);
  return ownSheetsOf(surveyPorts(all), programmeId, participantId);
}

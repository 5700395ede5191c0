import { statusKey } from '../../src/domain/survey';
import { plusDays } from '../../src/kernel/clock';
import { put, type Stage } from './stage';

/** Lets these people be asked in a survey round, as though its survey had been put to them now. */
export async function askRound({ ports, programmeId, now }: Stage, surveyRound: string, people: readonly string[]) {
  for (const participantId of people)
    await put(ports, programmeId, 'status', statusKey(surveyRound, participantId), {
      surveyRound,
      participantId,
      state: 'asked',
      on: now.slice(0, 10),
    });
}

/** The next night of a programme, whatever falls due by then. */
export async function playNight(stage: Stage): Promise<void> {
  stage.now = plusDays(stage.now, 1);
  await stage.work();
}

/** The close of a round, and the nights that seal it and make its figures. */
export async function playClose(stage: Stage, closesAt: string): Promise<void> {
  for (const day of [0, 1, 2]) {
    stage.now = plusDays(closesAt, day);
    await stage.work();
  }
}

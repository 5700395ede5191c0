import type { AllPorts } from '../../src/dispatch/all-ports';
import type { OwnQuestion } from '../../src/domain/own-questions';
import type { SurveyRound } from '../../src/domain/survey';
import { knownNames } from '../../src/privacy/known-names';
import { keepComments } from '../../src/survey/keep-comments';
import { ownerOf } from '../../src/survey/pseudonym';
import { surveyKey } from '../../src/survey/read-survey-key';
import { putEdition, readPointer, writeEdition } from '../../src/survey/write-edition';

const closing: SurveyRound = {
  id: 'closing',
  instrument: 'closing',
  opensAt: '2026-10-01T08:00:00.000Z',
  closesAt: '2026-11-01T08:00:00.000Z',
  state: 'closed',
  revision: 3,
};

/**
 * The frozen sheets of a closing, a comment in each of them, kept for HR as a night and the figures do. Where HR asks something in words (`question`), each
 * sheet answers it with the same comment and `!`.
 */
export async function seedComments(
  ports: AllPorts,
  programmeId: string,
  comments: readonly string[],
  names: readonly string[] = [],
  question?: OwnQuestion,
): Promise<void> {
  const own = question && { version: 1, questions: [question] };
  const round: SurveyRound = { ...closing, ...(own && { own }) };
  if (own !== undefined)
    await ports.programmes.commit(programmeId, [{ op: 'insert', kind: 'survey-round', key: round.id, value: round }]);
  const key = await surveyKey(ports, programmeId, round.opensAt);
  const it = { ports, programmeId, round, key };
  const contents = comments.map((comment, place) => ({
    surveyRound: round.id,
    owner: ownerOf(ports, key, `W${String(place)}`, undefined),
    state: 'answered' as const,
    sheet: {
      instrument: round.instrument,
      side: 'mentor' as const,
      values: {},
      comment,
      ...(question && { version: 1, comments: { [question.id]: `${comment}!` } }),
    },
  }));
  await writeEdition(it, undefined, contents);
  const pointer = (await readPointer(it))!;
  await putEdition(it, pointer, { state: 'frozen', current: pointer.value.current!, abandoned: [] });
  await keepComments(ports, programmeId, round, knownNames(names));
}

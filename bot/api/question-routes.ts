import { questionsAnswerSchema, questionsBodySchema, type QuestionsBody } from '../../src/questions/api-contract';
import { readQuestions } from '../../src/questions/read-questions';
import { saveQuestions } from '../../src/questions/save-questions';
import { questionsText } from '../../src/questions/text/questions-text';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Answer, type Call, type Endpoint } from './endpoint';
import { expectedRevision } from './entity-tag';

/** The questions that HR adds to the surveys of a programme. */
export function questionRoutes({ ports }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'questions-read',
      summary:
        'Questions of HR’s own in the surveys, from how many answers on something is told, and what may still change.',
      answer: questionsAnswerSchema,
      handle: async ({ params }) => {
        const read = await readQuestions(ports, params['id'] ?? '');
        return read.ok ? answered(read.value, read.value.version) : refuse(read.reason);
      },
    }),
    endpoint({
      name: 'questions-save',
      summary:
        'Replaces them (If-Match with the version that was read). Once enrolment is open questions are settled, and thresholds only rise. Every field that does not fit is named.',
      body: questionsBodySchema,
      bodyLimit: 1_000_000,
      answer: questionsAnswerSchema,
      handle: (call) => save(ports, call),
    }),
  ];
}

async function save(
  ports: ApiDeps['ports'],
  { params, body, ifMatch, actor, context, language }: Call<QuestionsBody, unknown>,
): Promise<Answer> {
  const programmeId = params['id'] ?? '';
  if (ifMatch === undefined) return refuse('version-missing');
  const expected = expectedRevision(ifMatch);
  const saved = expected.ok
    ? await saveQuestions(ports, programmeId, body, actor, context, expected.value)
    : ({ ok: false, reason: 'conflict' } as const);
  if (saved.ok) return answered(saved.value, saved.value.version);
  switch (saved.reason) {
    case 'not-found':
    case 'last-administrator':
    case 'leaves-yourself':
      return refuse(saved.reason);
    case 'conflict': {
      const now = await readQuestions(ports, programmeId);
      return now.ok ? refuse('version-stale', now.value.version) : refuse(now.reason);
    }
    case 'frozen':
      return { problem: 'plan-frozen', message: questionsText(language, 'questions.frozen') };
    case 'invalid':
      return {
        problem: 'invalid-body',
        fields: saved.issues.map(({ path, fault, limit, survey = '' }) => ({
          path,
          message: questionsText(language, `questions.fault.${fault}`, { limit, survey }),
        })),
      };
  }
}

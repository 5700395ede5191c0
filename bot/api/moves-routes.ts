import { movePeriods } from '../../src/domain/moves';
import { fewestOfSide } from '../../src/hr-page/check-moves';
import { movesBodySchema, movesSchema, type MovesBody } from '../../src/hr-page/moves-api-contract';
import { readMoves } from '../../src/hr-page/read-moves';
import { saveMoves } from '../../src/hr-page/save-moves';
import { hrPageText } from '../../src/hr-page/text/hr-page-text';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Answer, type Call, type Endpoint } from './endpoint';
import { expectedRevision } from './entity-tag';

/** Who left and who moved after 6 and 12 months, as totals that HR types. */
export function movesRoutes({ ports }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'moves-read',
      summary:
        'How many people in pairs and of those who waited had left the company or moved in it 6 and 12 months after the start: what HR typed, and what may be told of it as shares. A description, not an effect.',
      answer: movesSchema,
      handle: async ({ params, roles, context: { now } }) => {
        const reader = roles.administrator ? 'administrator' : 'sponsor';
        const moves = await readMoves(ports, params['id'] ?? '', { reader, now });
        return moves.ok ? answered(moves.value) : refuse(moves.reason);
      },
    }),
    endpoint({
      name: 'moves-save',
      summary:
        'Keeps the totals of a period, 6 or 12, or corrects them (If-Match with the version that was read, 0 at first). Every field that does not fit is named; who typed them stays in the audit.',
      body: movesBodySchema,
      answer: movesSchema,
      handle: (call) => save(ports, call),
    }),
  ];
}

async function save(
  ports: ApiDeps['ports'],
  { params, body, ifMatch, actor, context, language }: Call<MovesBody, unknown>,
): Promise<Answer> {
  const programmeId = params['id'] ?? '';
  const months = movePeriods.find((period) => String(period) === params['months']);
  if (months === undefined) return refuse('not-found');
  if (ifMatch === undefined) return refuse('version-missing');
  const expected = expectedRevision(ifMatch);
  const saved = expected.ok
    ? await saveMoves(ports, programmeId, { months, body, revision: expected.value }, actor, context)
    : ({ ok: false, reason: 'conflict' } as const);
  if (!saved.ok) {
    switch (saved.reason) {
      case 'not-found':
      case 'conflict':
        return refuse(saved.reason === 'conflict' ? 'version-stale' : 'not-found');
      case 'too-early':
      case 'later-typed':
        return refuse(saved.reason);
      case 'invalid':
        return {
          problem: 'invalid-body',
          fields: saved.faults.map(({ path, fault }) => ({
            path,
            message: hrPageText(language, `moves.fault-${fault}`, { fewest: fewestOfSide }),
          })),
        };
    }
  }
  const moves = await readMoves(ports, programmeId, { reader: 'administrator', now: context.now });
  return moves.ok ? answered(moves.value) : refuse(moves.reason);
}

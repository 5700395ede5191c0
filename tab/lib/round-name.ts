import type { z } from 'zod';
import type { roundSchema } from '../../src/hr-page/programme-api-contract';
import type { Translate } from './translate';

/** The name of a survey round, e.g. `After session 3`; the pulse's number is in its id. */
export function roundName(round: Pick<z.infer<typeof roundSchema>, 'id' | 'instrument'>, t: Translate): string {
  return t('round.name', { instrument: round.instrument, number: Number(/-(\d+)$/u.exec(round.id)?.[1] ?? 0) });
}

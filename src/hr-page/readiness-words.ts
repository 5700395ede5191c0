import { hrPageText } from './text/hr-page-text';
import type { ReadinessItemDto } from './programme-api-contract';
import type { Language } from '../language/languages';
import type { Programme } from '../domain/programme';
import { pledgeAsked } from '../programme/request-pledge';
import { readiness, type ReadinessItem } from '../programme/readiness';

type Missing = ReadinessItem['missing'];

/** What enrolment needs, each with the missing pieces that keep it from being there. */
const needs: readonly {
  readonly item: 'objectives' | 'measures' | 'sponsor' | 'pledge' | 'channel' | 'surveys';
  readonly giver: 'administrator' | 'sponsor';
  readonly pieces: readonly Missing[];
}[] = [
  { item: 'objectives', giver: 'administrator', pieces: ['objective'] },
  { item: 'measures', giver: 'administrator', pieces: ['objective', 'measure', 'baseline', 'target'] },
  { item: 'sponsor', giver: 'administrator', pieces: ['sponsor'] },
  { item: 'pledge', giver: 'sponsor', pieces: ['sponsor', 'pledge'] },
  { item: 'channel', giver: 'administrator', pieces: ['channel', 'channel-link'] },
  { item: 'surveys', giver: 'administrator', pieces: ['surveys'] },
];

/** The readiness list as it is read: what is there already, then every missing piece with who can give it. */
export function readinessWords(
  programme: Programme,
  language: Language,
): { readonly ready: boolean; readonly items: ReadinessItemDto[] } {
  const missing = readiness(programme);
  const done = needs
    .filter((need) => !missing.some((item) => need.pieces.includes(item.missing)))
    .map(({ item, giver }) => ({
      item,
      done: true,
      giver,
      words: hrPageText(language, `readiness.done.${item}`),
    }));
  return { ready: missing.length === 0, items: [...done, ...missing.map((item) => toDto(item, programme, language))] };
}

function toDto(item: ReadinessItem, programme: Programme, language: Language): ReadinessItemDto {
  const values = {
    number: 'objective' in item ? item.objective : 0,
    sponsor: programme.plan.sponsor?.name ?? '',
    channel: programme.plan.channel?.channel ?? '',
    team: programme.plan.channel?.team ?? '',
  };
  return {
    item: item.missing,
    done: false,
    giver: item.who,
    words: hrPageText(language, `readiness.missing.${wordsOf(item, programme)}`, values),
  };
}

/** A pledge that nobody has asked for yet is told apart: no card waits with the sponsor. */
function wordsOf({ missing }: ReadinessItem, programme: Programme): Missing | 'pledge-asked' {
  return missing === 'pledge' && pledgeAsked(programme) !== undefined ? 'pledge-asked' : missing;
}

import type { OwnFacts } from './api-contract';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import type { DiversityAttribute } from '../domain/diversity';
import { keptAnswers, statable } from '../domain/diversity-rules';

/** For a person's own page: what they may say of themselves for the mix of the programme, and what they said. */
export async function readOwnDiversity(
  ports: Ports<'programmes'>,
  programme: Programme,
  me: Participant,
): Promise<Pick<OwnFacts, 'diversity'>> {
  const asked = me.state === 'enrolled' ? statable(programme) : [];
  if (asked.length === 0) return {};
  const stored = await ports.programmes.get(programme.id, 'diversity', me.id);
  const kept = stored === undefined ? undefined : keptAnswers(programme, stored.value);
  const answer = (attribute: DiversityAttribute) => {
    const said = kept?.[attribute];
    return [attribute, said === undefined ? {} : { value: said.value, since: said.since }] as const;
  };
  return { diversity: Object.fromEntries(asked.map(answer)) };
}

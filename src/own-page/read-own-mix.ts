import type { MyPage } from './api-contract';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import type { MixAttribute } from '../domain/diversity';
import { keptMix, statable } from '../domain/diversity-rules';

/** For a person's own page: what they may say of themselves for the mix of the programme, and what they said. */
export async function readOwnMix(
  ports: Ports,
  programme: Programme,
  me: Participant,
): Promise<Pick<NonNullable<MyPage['me']>, 'mix'>> {
  const asked = me.state === 'enrolled' ? statable(programme) : [];
  if (asked.length === 0) return {};
  const stored = await ports.programmes.get(programme.id, 'mix', me.id);
  const kept = stored === undefined ? undefined : keptMix(programme, stored.value);
  const answer = (attribute: MixAttribute) => {
    const said = kept?.[attribute];
    return [attribute, said === undefined ? {} : { value: said.value, since: said.since }] as const;
  };
  return { mix: Object.fromEntries(asked.map(answer)) };
}

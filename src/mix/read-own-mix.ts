import type { MyPage } from '../participant/api-contract';
import type { Participant } from '../participant/model';
import type { Programme } from '../programme/model';
import type { Ports } from '../programme/ports';
import type { MixAttribute } from './model';
import { keptMix, statable } from './rules';

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

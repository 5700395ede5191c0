import type { CardView, MixAnswer, Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { Mix } from '../domain/diversity';
import { statable } from '../domain/diversity-rules';

/** What the person may say for the mix of the programme, and what they said. */
export function mixView(programme: Programme, mix: Mix | undefined, reader: Reader): CardView {
  return {
    card: 'mix',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    answers: statable(programme).map((attribute): MixAnswer => {
      const said = mix?.[attribute];
      return { attribute, ...(said === undefined ? {} : { value: said.value, since: said.since }) };
    }),
  };
}

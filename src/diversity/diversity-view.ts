import type { CardView, DiversityAnswer, Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { DiversityAnswers } from '../domain/diversity';
import { statable } from '../domain/diversity-rules';

/** What the person may say for the mix of the programme, and what they said. */
export function diversityView(programme: Programme, diversity: DiversityAnswers | undefined, reader: Reader): CardView {
  return {
    card: 'diversity',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    answers: statable(programme).map((attribute): DiversityAnswer => {
      const said = diversity?.[attribute];
      return { attribute, ...(said === undefined ? {} : { value: said.value, since: said.since }) };
    }),
  };
}

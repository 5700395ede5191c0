import type { Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { DiversityAnswers } from '../domain/diversity';
import { statable } from '../domain/diversity-rules';
import type { Instant } from '../kernel/clock';
import type { DiversityAttribute } from '../domain/diversity';
import type { DiversityValue } from '../domain/diversity';
import type { OfProgramme } from '../domain/view';

export interface DiversityAnswer {
  readonly attribute: DiversityAttribute;
  /** Absent where the person does not say. */
  readonly value?: DiversityValue;
  /** When they said yes. */
  readonly since?: Instant;
}

/** What the person may say of themselves for the mix of the programme; drawn for nobody else. */
export interface DiversityView extends OfProgramme {
  readonly card: 'diversity';
  readonly answers: readonly DiversityAnswer[];
}

declare module '../domain/view' {
  interface ViewByCard {
    diversity: DiversityView;
  }
}

/** What the person may say for the mix of the programme, and what they said. */
export function diversityView(
  programme: Programme,
  diversity: DiversityAnswers | undefined,
  reader: Reader,
): DiversityView {
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

import { readAll } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { composeSide, type ProgrammeComposition, type SideComposition } from '../pairing/scoring/compose-groups';
import type { PairingPolicy } from '../domain/pairing-contract';
import type { Programme } from '../domain/programme';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import type { Side } from '../domain/proposal';
import type { DiversityAnswers, DiversityAttribute, DiversityTally, Said } from '../domain/diversity';
import { emptyTally, isOfUse, sidesOf, statable, tallyKey } from '../domain/diversity-rules';
import { renewTally } from './renew-tally';

/** What a draft may know, and the rows it rests on: whoever keeps the draft writes them again, so that a withdrawal meanwhile is seen. */
export interface HeldComposition {
  readonly composition: ProgrammeComposition;
  readonly held: readonly Stored<DiversityTally>[];
}

/** The compositions that the aims of a policy ask for, with what came since where enough did. For long work: reads every answer. */
export async function readProgrammeComposition(
  ports: Ports<Saving>,
  programme: Programme,
  policy: PairingPolicy,
  context: UseCaseContext,
): Promise<HeldComposition> {
  const asked = policy.aims.flatMap((aim) => (aim.kind === 'mixed' ? [aim.by] : []));
  const composition: { -readonly [K in DiversityAttribute]?: ProgrammeComposition[K] } = {};
  const held: Stored<DiversityTally>[] = [];
  for (const attribute of asked) {
    if (!statable(programme).includes(attribute)) {
      composition[attribute] = 'not-enabled';
      continue;
    }
    const mentor = await renewSide(ports, programme, attribute, 'mentor', context);
    const mentee = await renewSide(ports, programme, attribute, 'mentee', context);
    held.push(mentor, mentee);
    const sides = { mentor: composed(mentor.value), mentee: composed(mentee.value) };
    if (sides.mentor !== undefined && sides.mentee !== undefined)
      composition[attribute] = { mentor: sides.mentor, mentee: sides.mentee };
  }
  return { composition, held };
}

/** The tally is read before the answers: one withdrawn in between has changed it. */
async function renewSide(
  ports: Ports<Saving>,
  programme: Programme,
  attribute: DiversityAttribute,
  side: Side,
  context: UseCaseContext,
): Promise<Stored<DiversityTally>> {
  const key = tallyKey(attribute, side);
  return retryOnConflict(async () => {
    const stored = await ports.programmes.get(programme.id, 'diversity-tally', key);
    const all: Said[] = [];
    for await (const row of readAll(ports.programmes, programme.id, 'diversity')) {
      const said = countable(programme, attribute, row.value);
      if (said !== undefined && sidesOf(said.role).includes(side)) all.push(said);
    }
    const unit = new UnitOfWork(ports, programme.id, context, 'system');
    const tally = renewTally(stored?.value ?? emptyTally, all, context.now);
    if (stored === undefined) unit.insert('diversity-tally', key, tally);
    else unit.replace('diversity-tally', stored, tally);
    if (!(await unit.commit())) return conflict;
    const after = await ports.programmes.get(programme.id, 'diversity-tally', key);
    return after === undefined || JSON.stringify(after.value) !== JSON.stringify(tally) ? conflict : after;
  });
}

function countable(programme: Programme, attribute: DiversityAttribute, diversity: DiversityAnswers): Said | undefined {
  const said: Said | undefined = diversity[attribute];
  return isOfUse(programme, attribute, said) ? said : undefined;
}

function composed({ groups, rest }: DiversityTally): SideComposition | undefined {
  return composeSide(
    Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group.counts ?? {}])),
    rest.counts ?? {},
  );
}

import { readAll } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { composeSide, type ProgrammeMix, type SideMix } from '../pairing/scoring/compose-mix';
import type { PairingPolicy } from '../domain/pairing-contract';
import type { Programme } from '../domain/programme';
import type { Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';
import type { Side } from '../domain/proposal';
import type { Mix, MixAttribute, MixTally, Said } from '../domain/diversity';
import { emptyTally, isOfUse, sidesOf, statable, tallyKey } from '../domain/diversity-rules';
import { renewTally } from './renew-tally';

/** What a draft may know, and the rows it rests on: whoever keeps the draft writes them again, so that a withdrawal meanwhile is seen. */
export interface HeldMix {
  readonly mix: ProgrammeMix;
  readonly held: readonly Stored<MixTally>[];
}

/** The compositions that the aims of a policy ask for, with what came since where enough did. For long work: reads every answer. */
export async function readProgrammeMix(
  ports: Ports,
  programme: Programme,
  policy: PairingPolicy,
  occasion: Occasion,
): Promise<HeldMix> {
  const asked = policy.aims.flatMap((aim) => (aim.kind === 'mixed' ? [aim.by] : []));
  const mix: { -readonly [K in MixAttribute]?: ProgrammeMix[K] } = {};
  const held: Stored<MixTally>[] = [];
  for (const attribute of asked) {
    if (!statable(programme).includes(attribute)) {
      mix[attribute] = 'not-enabled';
      continue;
    }
    const mentor = await renewSide(ports, programme, attribute, 'mentor', occasion);
    const mentee = await renewSide(ports, programme, attribute, 'mentee', occasion);
    held.push(mentor, mentee);
    const sides = { mentor: composed(mentor.value), mentee: composed(mentee.value) };
    if (sides.mentor !== undefined && sides.mentee !== undefined)
      mix[attribute] = { mentor: sides.mentor, mentee: sides.mentee };
  }
  return { mix, held };
}

/** The tally is read before the answers: one withdrawn in between has changed it. */
async function renewSide(
  ports: Ports,
  programme: Programme,
  attribute: MixAttribute,
  side: Side,
  occasion: Occasion,
): Promise<Stored<MixTally>> {
  const key = tallyKey(attribute, side);
  return decide(async () => {
    const stored = await ports.programmes.get(programme.id, 'mix-tally', key);
    const all: Said[] = [];
    for await (const row of readAll(ports.programmes, programme.id, 'mix')) {
      const said = countable(programme, attribute, row.value);
      if (said !== undefined && sidesOf(said.role).includes(side)) all.push(said);
    }
    const unit = new UnitOfWork(ports, programme.id, occasion, 'system');
    const tally = renewTally(stored?.value ?? emptyTally, all, occasion.now);
    if (stored === undefined) unit.insert('mix-tally', key, tally);
    else unit.replace('mix-tally', stored, tally);
    if (!(await unit.commit())) return lostRace;
    const after = await ports.programmes.get(programme.id, 'mix-tally', key);
    return after === undefined || JSON.stringify(after.value) !== JSON.stringify(tally) ? lostRace : after;
  });
}

function countable(programme: Programme, attribute: MixAttribute, mix: Mix): Said | undefined {
  const said: Said | undefined = mix[attribute];
  return isOfUse(programme, attribute, said) ? said : undefined;
}

function composed({ groups, rest }: MixTally): SideMix | undefined {
  return composeSide(
    Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, group.counts ?? {}])),
    rest.counts ?? {},
  );
}

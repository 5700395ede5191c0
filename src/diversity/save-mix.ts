import type { Instant } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import { noticed, shown, type ActionOutcome } from '../member/outcome';
import { strangerReader } from '../member/reader';
import { foldText } from '../kernel/fold-text';
import type { Participant } from '../domain/participant';
import { loadMember } from '../member/load-member';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';
import { eraseSaid } from './forget-mix';
import { mixView } from './mix-view';
import type { Mix, MixAttribute, MixValue } from '../domain/diversity';
import { keptMix, statable } from '../domain/diversity-rules';

export interface MixInput {
  readonly programmeId: string;
  /** What is said or withdrawn; nothing is written where absent. */
  readonly attribute?: MixAttribute;
  /** The answer; empty withdraws it; as it is where absent. */
  readonly value?: MixValue | '';
}

/**
 * A person says, changes or withdraws one thing about themselves for the mix of the programme, or looks at what they said. A withdrawn
 * answer is erased at once. No change row, message or count tells of it, and the person's own row keeps its revision.
 */
export async function saveMix(ports: Ports, actor: Actor, input: MixInput, occasion: Occasion): Promise<ActionOutcome> {
  return decide(async () => {
    const member = await loadMember(ports, actor, input.programmeId);
    const me = member?.participant;
    if (member === undefined || me === undefined)
      return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { reader } = member;
    const programme = member.programme.value;
    if (programme.state === 'closed') return noticed('programme-closed', reader);
    if (me.value.state !== 'enrolled' || statable(programme).length === 0) return noticed('not-allowed', reader);
    const stored = await ports.programmes.get(programme.id, 'mix', me.key);
    const before = stored === undefined ? undefined : keptMix(programme, stored.value);
    const { attribute, value } = input;
    if (attribute === undefined || value === undefined || (before?.[attribute]?.value ?? '') === value)
      return shown(mixView(programme, before, reader), reader, false);
    if (!statable(programme).includes(attribute)) return noticed('not-allowed', reader);
    // The person as they are now goes along: who leaves at this instant leaves nothing behind.
    const unit = new UnitOfWork(ports, programme.id, occasion, 'mix').replace('participant', me, me.value);
    const after = value === '' ? without(before, attribute) : saying(before, attribute, value, me.value, occasion.now);
    if (value !== '') keep(unit, me.key, stored, after);
    else if (stored !== undefined) await eraseSaid(ports, unit, stored, [attribute]);
    if (!(await unit.commit())) return lostRace;
    if (await stoppedAsking(ports, programme.id, me.key, attribute, occasion)) return lostRace;
    return shown(mixView(programme, after, reader), reader, true);
  });
}

/** A changed answer counts where the first one did, so that nothing is left of it when it is withdrawn. */
function saying(before: Mix = {}, attribute: MixAttribute, value: MixValue, me: Participant, now: Instant): Mix {
  const { since, role, group } = before[attribute] ?? {
    since: now,
    role: me.profile.role,
    group: foldText(me.profile.function ?? ''),
  };
  return { ...before, [attribute]: { value, since, at: now, role, group } };
}

function without(before: Mix = {}, attribute: MixAttribute): Mix {
  const { [attribute]: _gone, ...left } = before;
  return left;
}

function keep(unit: UnitOfWork, key: string, stored: Stored<Mix> | undefined, after: Mix): void {
  if (stored === undefined) unit.insert('mix', key, after);
  else unit.replace('mix', stored, after);
}

/** Whether the programme stopped asking while the answer was written; then it is erased again. */
async function stoppedAsking(
  ports: Ports,
  programmeId: string,
  participantId: string,
  attribute: MixAttribute,
  occasion: Occasion,
): Promise<boolean> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme !== undefined && statable(programme.value).includes(attribute)) return false;
  const stored = await ports.programmes.get(programmeId, 'mix', participantId);
  const unit = new UnitOfWork(ports, programmeId, occasion, 'mix');
  if (stored !== undefined) await eraseSaid(ports, unit, stored, [attribute]);
  await unit.commit();
  return true;
}

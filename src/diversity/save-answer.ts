import type { Saving } from '../domain/ports';
import type { Instant } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import { noticed, shown } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { foldText } from '../kernel/fold-text';
import type { Participant } from '../domain/participant';
import { conflict, type UnitOfWork } from '../domain/unit-of-work';
import { eraseSaid } from './forget-answers';
import { diversityView } from './diversity-view';
import type { DiversityAnswers, DiversityAttribute, DiversityValue } from '../domain/diversity';
import { keptAnswers, statable } from '../domain/diversity-rules';

export interface DiversityInput {
  /** What is said or withdrawn; nothing is written where absent. */
  readonly attribute?: DiversityAttribute;
  /** The answer; empty withdraws it; as it is where absent. */
  readonly value?: DiversityValue | '';
}

/**
 * A person says, changes or withdraws one thing about themselves for the mix of the programme, or looks at what they said. A withdrawn
 * answer is erased at once. No change row, message or count tells of it, and the person's own row keeps its revision.
 */
export async function saveDiversityAnswer(
  press: Press<Saving | 'people'>,
  { attribute, value }: DiversityInput,
): Promise<PressAnswer> {
  const { ports, context, member } = press;
  const { participant: me, reader } = member;
  if (me === undefined) return notFound(press);
  const programme = member.programme.value;
  if (programme.state === 'closed') return noticed('programme-closed', reader);
  if (me.value.state !== 'enrolled' || statable(programme).length === 0) return noticed('not-allowed', reader);
  const stored = await ports.programmes.get(programme.id, 'diversity', me.key);
  const before = stored === undefined ? undefined : keptAnswers(programme, stored.value);
  if (attribute === undefined || value === undefined || (before?.[attribute]?.value ?? '') === value)
    return current(press, diversityView(programme, before, reader));
  if (!statable(programme).includes(attribute)) return noticed('not-allowed', reader);
  // The person as they are now goes along: who leaves at this instant leaves nothing behind.
  const unit = unitOf(press, 'diversity').replace('participant', me, me.value);
  const after = value === '' ? without(before, attribute) : saying(before, attribute, value, me.value, context.now);
  if (value !== '') keep(unit, me.key, stored, after);
  else if (stored !== undefined) await eraseSaid(ports, unit, stored, [attribute]);
  if (!(await unit.commit())) return conflict;
  if (await stoppedAsking(press, me.key, attribute)) return conflict;
  return shown(diversityView(programme, after, reader), reader, true);
}

/** A changed answer counts where the first one did, so that nothing is left of it when it is withdrawn. */
function saying(
  before: DiversityAnswers = {},
  attribute: DiversityAttribute,
  value: DiversityValue,
  me: Participant,
  now: Instant,
): DiversityAnswers {
  const { since, role, group } = before[attribute] ?? {
    since: now,
    role: me.profile.role,
    group: foldText(me.profile.function ?? ''),
  };
  return { ...before, [attribute]: { value, since, at: now, role, group } };
}

function without(before: DiversityAnswers = {}, attribute: DiversityAttribute): DiversityAnswers {
  const { [attribute]: _gone, ...left } = before;
  return left;
}

function keep(
  unit: UnitOfWork,
  key: string,
  stored: Stored<DiversityAnswers> | undefined,
  after: DiversityAnswers,
): void {
  if (stored === undefined) unit.insert('diversity', key, after);
  else unit.replace('diversity', stored, after);
}

/** Whether the programme stopped asking while the answer was written; then it is erased again. */
async function stoppedAsking(
  press: Press<Saving>,
  participantId: string,
  attribute: DiversityAttribute,
): Promise<boolean> {
  const { ports } = press;
  const { id } = press.member.programme.value;
  const programme = await ports.programmes.get(id, 'programme', 'programme');
  if (programme !== undefined && statable(programme.value).includes(attribute)) return false;
  const stored = await ports.programmes.get(id, 'diversity', participantId);
  const unit = unitOf(press, 'diversity');
  if (stored !== undefined) await eraseSaid(ports, unit, stored, [attribute]);
  await unit.commit();
  return true;
}

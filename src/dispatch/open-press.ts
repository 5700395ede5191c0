import type { Actor, UseCaseContext } from '../domain/ports';
import { retryOnConflict } from '../domain/unit-of-work';
import { noticed, type ActionOutcome } from '../member/action-outcome';
import { loadMember } from '../member/load-member';
import { notFound, type PressAnswer } from '../member/press';
import { strangerReader } from '../member/reader';
import { everydayPorts, pairPorts, surveyPorts, type AllPorts } from './all-ports';
import { actionOf, asksForAnswers, asksForPairs, type Action } from './actions';
import { bindOwnSheet } from './own-sheets';
import { mayPress } from './policy';
import { withReadsOnce } from './reads-once';

/** A press whose first reads are under way. */
export interface OpenPress {
  /** The stores as this press reads them: what the edge reads as well is read once, and what it writes is not read old. */
  readonly stores: Pick<AllPorts, 'people' | 'programmes'>;
  /** Whether who presses is remembered with the press: not where it answers a survey, of which only the answer is written. */
  readonly remembersSender: boolean;
  /** Does what was pressed. To be called once. */
  perform(): Promise<ActionOutcome>;
}

/** The same with its ports already given: what the edge of the bot receives. */
export type OpenPressFor = (actor: Actor, action: Action, context: UseCaseContext) => OpenPress;

/**
 * Begins at once all reads of a press that need nothing but what it says; `perform` waits for them and does it. Who may press what is
 * asked before the use case, and the default is no. After a conflict the press is decided anew, and nothing read before is used again.
 */
export function openPress(stored: AllPorts, actor: Actor, action: Action, context: UseCaseContext): OpenPress {
  const declared = actionOf(action.verb);
  const first = withReadsOnce(stored);
  const { people, programmes } = first;
  begin(people.get(actor.directoryId, 'person', 'person'));
  if ('programmeId' in action) {
    begin(people.get(actor.directoryId, 'membership', action.programmeId));
    begin(programmes.get(action.programmeId, 'programme', 'programme'));
    if ('readAhead' in declared && declared.readAhead !== undefined)
      begin(declared.readAhead({ people, programmes }, actor, action as never));
  }
  return {
    stores: { people, programmes },
    remembersSender: !asksForAnswers(declared),
    perform: () => {
      let next: AllPorts | undefined = first;
      return retryOnConflict(() => {
        const ports = next ?? withReadsOnce(stored);
        next = undefined;
        return decide(ports, actor, action, context);
      });
    },
  };
}

async function decide(all: AllPorts, actor: Actor, action: Action, context: UseCaseContext): Promise<PressAnswer> {
  const declared = actionOf(action.verb);
  const press = { ports: everydayPorts(all), actor, context };
  if (declared.who === 'anyone') return declared.run(press, action as never);
  if (declared.who === 'account')
    return (await declared.isFor(press, action as never)) ? declared.run(press, action as never) : notFound(press);
  if (!('programmeId' in action)) return notFound(press);
  const member = await loadMember(all, actor, action.programmeId);
  if (member === undefined) return notFound(press);
  if (mayPress(declared.who, member.roles)) {
    const inside = { ...press, member, ownSheet: bindOwnSheet(all, action.programmeId, member.participant?.key) };
    if (asksForAnswers(declared)) return declared.run({ ...inside, ports: surveyPorts(all) }, action as never);
    if (asksForPairs(declared)) return declared.run({ ...inside, ports: pairPorts(all) }, action as never);
    return declared.run(inside, action as never);
  }
  // Who only administers has no part in what others press.
  const { participantId, sponsor, delegateOf } = member.roles;
  const known = participantId !== undefined || sponsor || delegateOf.length > 0;
  return known ? noticed('not-allowed', await strangerReader(all, actor.directoryId)) : notFound(press);
}

/** Whoever needs the row meanwhile waits for the same read and shares its failure; whoever comes later reads anew. */
function begin(read: Promise<unknown>): void {
  read.catch(() => undefined);
}

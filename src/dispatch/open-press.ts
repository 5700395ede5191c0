import type { Actor, UseCaseContext } from '../domain/ports';
import type { PersonStore } from '../domain/rows';
import { retryOnConflict } from '../domain/unit-of-work';
import { readOnce } from '../kernel/read-once';
import { noticed, type ActionOutcome } from '../member/action-outcome';
import { loadMember } from '../member/load-member';
import { notFound, type PressAnswer } from '../member/press';
import { strangerReader } from '../member/reader';
import type { AllPorts } from './all-ports';
import { actionOf, type Action } from './actions';
import { mayPress } from './policy';

/** A press whose first reads are under way. */
export interface OpenPress {
  /** The person's rows as this press reads them, so that an edge which reads some of the same does not read them twice. */
  readonly people: PersonStore;
  /** Does what was pressed, once. */
  perform(): Promise<ActionOutcome>;
}

/** The same with its ports already given: what the edge of the bot receives. */
export type OpenPressFor = (actor: Actor, action: Action, context: UseCaseContext) => OpenPress;

/**
 * Begins all reads of a press that need nothing but what it says, at once, and hands in how it is done. The member is read once; who may
 * press what is asked first, and the default is no. Where another change came first, the press is decided anew from what is stored by
 * then.
 */
export function openPress(stored: AllPorts, actor: Actor, action: Action, context: UseCaseContext): OpenPress {
  const declared = actionOf(action.verb);
  let ports = withReadsOnce(stored);
  const { people } = ports;
  begin(people.get(actor.directoryId, 'person', 'person'));
  if ('programmeId' in action) {
    begin(people.get(actor.directoryId, 'membership', action.programmeId));
    begin(ports.programmes.get(action.programmeId, 'programme', 'programme'));
    if (declared.who !== 'anyone' && declared.readAhead !== undefined)
      begin(declared.readAhead(ports, actor, action as never));
  }
  return {
    people,
    perform: () => {
      let tries = 0;
      return retryOnConflict(async (): Promise<PressAnswer> => {
        if (tries++ > 0) ports = withReadsOnce(stored);
        const press = { ports, actor, context };
        if (declared.who === 'anyone') return declared.run(press, action as never);
        if (!('programmeId' in action)) return notFound(press);
        const member = await loadMember(ports, actor, action.programmeId);
        if (member === undefined) return notFound(press);
        if (mayPress(declared.who, member.roles)) return declared.run({ ...press, member }, action as never);
        // Who only administers has no part in what others press.
        const { participantId, sponsor, delegateOf } = member.roles;
        const known = participantId !== undefined || sponsor || delegateOf.length > 0;
        return known ? noticed('not-allowed', await strangerReader(ports, actor.directoryId)) : notFound(press);
      });
    },
  };
}

function withReadsOnce(ports: AllPorts): AllPorts {
  return { ...ports, people: readOnce(ports.people), programmes: readOnce(ports.programmes) };
}

/** Whoever needs the row waits for the same read, and meets its failure then. */
function begin(read: Promise<unknown>): void {
  read.catch(() => undefined);
}

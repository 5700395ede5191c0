import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { DraftDto, DraftListDto } from '../../../src/draft/api-contract';
import { useAnnounce } from '../../components/announcer';
import { useWords } from '../../lib/words-context';
import { ChangeByHand } from './change-by-hand';
import { pairKeys, withApart, withLock } from './choice-sets';
import { ChosenPairs } from './chosen-pairs';
import { focusChosen } from './hand-panel';
import type { FreePerson, HandMove } from './hand-moves';
import { LeftOverList } from './left-over-list';
import { PairList } from './pair-list';
import type { PairActions } from './pair-row';
import { keyOf } from './pair-view';
import { SpareList } from './spare-list';
import { sparePlaces } from './spare-places';
import { UndoChange } from './undo-change';
import type { Choices } from './use-choices';

interface Props {
  readonly programmeId: string;
  readonly draft: DraftDto;
  readonly list: DraftListDto;
  readonly choices: Choices;
}

type Ids = readonly [mentorId: string, menteeId: string];
const nobody: ReadonlySet<string> = new Set();

/** The pairs and the people left over of a draft, and what HR decides about them one by one. */
export function StudioPairs({ programmeId, draft, list, choices }: Props): ReactNode {
  const { t } = useWords();
  const announce = useAnnounce();
  const [pairs, setPairs] = useState(nobody);
  const [people, setPeople] = useState(nobody);
  const marks = useMemo(
    () => ({ locked: pairKeys(choices.next.locked), apart: pairKeys(choices.next.apart) }),
    [choices.next],
  );
  const [done, setDone] = useState<{ readonly move: HandMove; readonly revision: number }>();
  const open = draft.state === 'ready';

  async function lock(pair: Ids, locked: boolean): Promise<void> {
    const done = await choices.change((newest) => withLock(newest, pair, locked));
    if (done === 'saved') announce(t(locked ? 'studio.said-locked' : 'studio.said-unlocked'));
  }
  async function apart(pair: Ids, kept: boolean): Promise<void> {
    const done = await choices.change((newest) => withApart(newest, pair, kept));
    if (done === 'saved') announce(t(kept ? 'studio.said-apart' : 'studio.said-rejoined'));
  }

  const actions = useStableActions({
    choose: (pair, chosen) => {
      setPairs((before) => toggled(before, keyOf(pair), chosen));
    },
    lock: (pair, locked) => void lock([pair.mentor.id, pair.mentee.id], locked),
    apart: (pair, kept) => void apart([pair.mentor.id, pair.mentee.id], kept),
  });
  const chosenPairs = list.pairs.filter((pair) => pairs.has(keyOf(pair)));
  const spare = useMemo(() => sparePlaces(list), [list]);
  const chosenPeople = [...list.unpaired, ...spare].filter(({ id }) => people.has(id));
  const choosePerson = (person: FreePerson, chosen: boolean): void => {
    setPeople((before) => toggled(before, person.id, chosen));
  };
  const shared = { programmeId, draftId: draft.id, revision: list.revision };
  return (
    <>
      {open && done !== undefined && done.revision === list.revision && (
        <UndoChange
          {...shared}
          move={done.move}
          onUndone={() => {
            setDone(undefined);
          }}
        />
      )}
      <PairList
        {...shared}
        pairs={list.pairs}
        marks={marks}
        chosen={pairs}
        published={draft.state === 'published'}
        actions={open ? actions : undefined}
      />
      <LeftOverList
        {...shared}
        hadNobody={draft.seen?.free === 0}
        people={list.unpaired}
        chosen={people}
        onChoose={open ? choosePerson : undefined}
      />
      {open && <SpareList people={spare} chosen={people} onChoose={choosePerson} />}
      <ChosenPairs
        next={choices.next}
        list={list}
        onUnlock={open ? (pair) => void lock(pair, false) : undefined}
        onRejoin={open ? (pair) => void apart(pair, false) : undefined}
      />
      {open && chosenPairs.length + chosenPeople.length > 0 && (
        <ChangeByHand
          {...shared}
          list={list}
          aims={draft.choices.policy.aims}
          pairs={chosenPairs}
          people={chosenPeople}
          onDone={(move, revision) => {
            setDone({ move, revision });
          }}
          onClear={() => {
            focusChosen();
            setPairs(nobody);
            setPeople(nobody);
          }}
        />
      )}
    </>
  );
}

/** Actions that stay the same from one drawing to the next, so that rows that did not change are not drawn again. */
function useStableActions(actions: PairActions): PairActions {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  return useMemo(
    () => ({
      choose: (...of) => {
        newest.current.choose(...of);
      },
      lock: (...of) => {
        newest.current.lock(...of);
      },
      apart: (...of) => {
        newest.current.apart(...of);
      },
    }),
    [],
  );
}

function toggled(set: ReadonlySet<string>, key: string, there: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (there) next.add(key);
  else next.delete(key);
  return next;
}

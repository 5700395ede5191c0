import { useRef, useState } from 'react';
import { draftSchema, revisionSchema, type ChosenDto, type DraftDto } from '../../../src/draft/api-contract';
import type { ShownProblem } from '../../api/api-client';
import { useApi } from '../../api/api-context';
import { draftPath, headPath } from './use-draft';

/** What is known of the choices for the next run: those of the draft, or newer ones that were saved here. */
interface Known {
  readonly draftId: string;
  readonly revision: number;
  readonly choices: ChosenDto;
}

export interface Choices {
  /** What holds for the next run. */
  readonly next: ChosenDto;
  readonly problem: ShownProblem | undefined;
  /** Somebody else saved choices at the same time, and both are kept. */
  readonly merged: boolean;
  /**
   * Saves a change of the newest choices: when somebody was faster, the change is made to theirs. `stale` where `by` gives nothing, since
   * what somebody saved meanwhile leaves no room for it.
   */
  change(by: (choices: ChosenDto) => Partial<ChosenDto> | undefined): Promise<'saved' | 'stale' | 'refused'>;
}

const mostTries = 4;

/** HR’s choices on a draft for its next run. One change is sent at a time, in the order they were made. */
export function useChoices(programmeId: string, draft: DraftDto): Choices {
  const { client, store } = useApi();
  const [saved, setSaved] = useState<Known>();
  const [problem, setProblem] = useState<ShownProblem>();
  const [merged, setMerged] = useState(false);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const newest = useRef<Known>(undefined);

  const own = knownOf(draft);
  const known = saved?.draftId === draft.id && saved.revision > draft.revision ? saved : own;
  const path = `${draftPath(programmeId, draft.id)}/choices`;

  async function put(from: Known, parts: Partial<ChosenDto>): Promise<'saved' | ShownProblem> {
    const answer = await client.send({
      method: 'PUT',
      path,
      schema: revisionSchema,
      body: { ...parts, revision: from.revision },
    });
    if (answer.kind !== 'value') return answer.kind === 'problem' ? answer.problem : { code: 'offline' };
    const now = { draftId: draft.id, revision: answer.value.revision, choices: { ...from.choices, ...parts } };
    newest.current = now;
    setSaved(now);
    return 'saved';
  }

  async function read(): Promise<Known | ShownProblem> {
    const answer = await client.send({ path: headPath(programmeId, draft.id), schema: draftSchema });
    if (answer.kind === 'value') return knownOf(answer.value);
    return answer.kind === 'problem' ? answer.problem : { code: 'offline' };
  }

  async function changeNow(
    by: (choices: ChosenDto) => Partial<ChosenDto> | undefined,
  ): Promise<'saved' | 'stale' | 'refused'> {
    setProblem(undefined);
    setMerged(false);
    let from = latest(newest.current, known);
    for (let turn = 0; turn < mostTries; turn++) {
      const parts = by(from.choices);
      if (parts === undefined) {
        store.refresh(`/programmes/${programmeId}/drafts`);
        return 'stale';
      }
      const done = await put(from, parts);
      if (done === 'saved') {
        setMerged(turn > 0);
        store.refresh(`/programmes/${programmeId}/drafts`);
        return 'saved';
      }
      const again = done.code === 'version-stale' ? await read() : done;
      if ('code' in again) return refuse(again);
      from = again;
    }
    return refuse({ code: 'version-stale' });
  }

  function refuse(why: ShownProblem): 'refused' {
    setProblem(why);
    store.refresh(`/programmes/${programmeId}/drafts`);
    return 'refused';
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.current.then(work, work);
    queue.current = turn.catch(() => undefined);
    return turn;
  }

  return {
    next: known.choices,
    problem,
    merged,
    change: (by) => inTurn(() => changeNow(by)),
  };
}

function knownOf(draft: DraftDto): Known {
  return { draftId: draft.id, revision: draft.revision, choices: draft.pending ?? draft.choices };
}

function latest(saved: Known | undefined, known: Known): Known {
  return saved?.draftId === known.draftId && saved.revision > known.revision ? saved : known;
}

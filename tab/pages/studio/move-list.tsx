import { useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { draftChangeSchema, type ChangeDraftBody, type DraftChangeDto } from '../../../src/draft/api-contract';
import type { PairingAim } from '../../../src/domain/pairing-contract';
import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { useApi } from '../../api/api-context';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';
import { HandEffect } from './hand-effect';
import { aloneAfter, type HandMove } from './hand-moves';
import { draftPath } from './use-draft';

const useStyles = makeStyles({
  move: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
});

/** A draft whose pairs are changed by hand. */
export interface HandDraft {
  readonly programmeId: string;
  readonly draftId: string;
  readonly revision: number;
  readonly every: readonly ListPair[];
  readonly aims: readonly PairingAim[];
  /** Unticks everything. */
  readonly onClear: () => void;
  /** A change was made, and the draft has this revision now. */
  readonly onDone: (move: HandMove, revision: number) => void;
}

interface Props extends HandDraft {
  readonly moves: readonly { readonly move: HandMove; readonly gain?: string }[];
}

interface Effect {
  readonly move: string;
  readonly effect: DraftChangeDto;
}

/** Changes to choose from; the effect of one is shown before it is made, and a rule that forbids it in words. */
export function MoveList({ programmeId, draftId, revision, every, aims, onClear, onDone, moves }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, language } = useWords();
  const list = new Intl.ListFormat(language);
  const announce = useAnnounce();
  const { store } = useApi();
  const path = `${draftPath(programmeId, draftId)}/changes`;
  const drafts = `/programmes/${programmeId}/drafts`;
  // A look changes nothing, so nothing is asked for again after it.
  const look = useCommand(path);
  const change = useCommand(drafts);
  const problem = look.problem ?? change.problem;
  const busy = look.busy || change.busy;
  const [seen, setSeen] = useState<Effect>();

  async function send(move: HandMove, apply: boolean): Promise<void> {
    look.forget();
    change.forget();
    const body: ChangeDraftBody = { revision, apply, ...bodyOf(move) };
    const effect = await (apply ? change : look).run({
      path,
      schema: draftChangeSchema,
      body,
    });
    if (effect === undefined) {
      store.refresh(drafts);
      return;
    }
    if (effect.applied) {
      announce(t('studio.hand-done'));
      onDone(move, effect.revision);
      onClear();
    } else setSeen({ move: moveKey(move), effect });
  }

  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <ul className={page.plain}>
        {moves.map(({ move, gain }) => {
          const key = moveKey(move);
          const shown = seen?.move === key && seen.effect.revision === revision ? seen.effect : undefined;
          const alone = aloneAfter(move, every);
          return (
            <li key={key} className={styles.move}>
              <div>
                {move.add.map(({ mentor, mentee }) => (
                  <div key={`${mentor.id} ${mentee.id}`}>
                    {t('studio.hand-add', { mentor: mentor.name, mentee: mentee.name })}
                  </div>
                ))}
                {alone.length > 0 && (
                  <div>
                    {t('studio.hand-alone', { names: list.format(alone.map(({ name }) => name)), count: alone.length })}
                  </div>
                )}
                {gain !== undefined && <div className={page.small}>{gain}</div>}
              </div>
              {shown === undefined ? (
                <Button disabled={busy} onClick={() => void send(move, false)}>
                  {t('studio.hand-see')}
                </Button>
              ) : (
                <HandEffect
                  move={move}
                  effect={shown}
                  aims={aims}
                  busy={busy}
                  onDo={() => void send(move, true)}
                  onLeave={onClear}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function moveKey(move: HandMove): string {
  return JSON.stringify(bodyOf(move));
}

/** A change as the API takes it. */
export function bodyOf({ remove, add }: HandMove): Pick<ChangeDraftBody, 'remove' | 'add'> {
  const ids = (pairs: HandMove['add']): [string, string][] => pairs.map(({ mentor, mentee }) => [mentor.id, mentee.id]);
  return { remove: ids(remove), add: ids(add) };
}

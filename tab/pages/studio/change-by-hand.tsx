import { useEffect, useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { draftChangeSchema, type DraftChangeDto } from '../../../src/draft/api-contract';
import type { DraftListPair as ListPair, DraftListPerson as ListPerson } from '../../../src/draft/model';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { HandEffect } from './hand-effect';
import { handMoves, type HandMove } from './hand-moves';
import { draftPath } from './use-draft';

const useStyles = makeStyles({
  panel: {
    position: 'sticky',
    bottom: '0',
    zIndex: 1,
    maxHeight: '60vh',
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
  },
  move: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
});

interface Props {
  readonly programmeId: string;
  readonly draftId: string;
  readonly revision: number;
  readonly pairs: readonly ListPair[];
  readonly people: readonly ListPerson[];
  readonly onClear: () => void;
}

interface Effect {
  readonly move: string;
  readonly effect: DraftChangeDto;
}

/** What the chosen pairs and people allow; the effect of a change is shown before it is made, and a rule that forbids it in words. */
export function ChangeByHand({ programmeId, draftId, revision, pairs, people, onClear }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, language } = useWords();
  const list = new Intl.ListFormat(language);
  const announce = useAnnounce();
  const command = useCommand(`/programmes/${programmeId}/drafts`);
  const [seen, setSeen] = useState<Effect>();
  const moves = handMoves(pairs, people);

  // What has the focus is scrolled clear of this panel, which stays at the bottom of the window.
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBottom = '50vh';
    return () => {
      style.scrollPaddingBottom = '';
    };
  }, []);

  async function send(move: HandMove, apply: boolean): Promise<void> {
    const effect = await command.run({
      path: `${draftPath(programmeId, draftId)}/changes`,
      schema: draftChangeSchema,
      body: { revision, apply, ...bodyOf(move) },
    });
    if (effect === undefined) return;
    if (effect.applied) {
      announce(t('studio.hand-done'));
      onClear();
    } else setSeen({ move: moveKey(move), effect });
  }

  return (
    <div className={styles.panel}>
      <Section title={t('studio.hand')}>
        {command.problem !== undefined && <ProblemNotice problem={command.problem} />}
        {moves.length === 0 && <p className={page.quiet}>{t('studio.hand-none')}</p>}
        <ul className={page.plain}>
          {moves.map((move) => {
            const key = moveKey(move);
            const shown = seen?.move === key && seen.effect.revision === revision ? seen.effect : undefined;
            return (
              <li key={key} className={styles.move}>
                <div>
                  {move.add.map(({ mentor, mentee }) => (
                    <div key={`${mentor.id} ${mentee.id}`}>
                      {t('studio.hand-add', { mentor: mentor.name, mentee: mentee.name })}
                    </div>
                  ))}
                  {move.alone.length > 0 && (
                    <div>
                      {t('studio.hand-alone', {
                        names: list.format(move.alone.map(({ name }) => name)),
                        count: move.alone.length,
                      })}
                    </div>
                  )}
                </div>
                {shown === undefined ? (
                  <Button disabled={command.busy} onClick={() => void send(move, false)}>
                    {t('studio.hand-see')}
                  </Button>
                ) : (
                  <HandEffect
                    move={move}
                    effect={shown}
                    busy={command.busy}
                    onDo={() => void send(move, true)}
                    onLeave={onClear}
                  />
                )}
              </li>
            );
          })}
        </ul>
        <div>
          <Button appearance="subtle" onClick={onClear}>
            {t('studio.hand-clear')}
          </Button>
        </div>
      </Section>
    </div>
  );
}

function moveKey({ add, remove }: HandMove): string {
  return JSON.stringify([
    add.map(({ mentor, mentee }) => [mentor.id, mentee.id]),
    remove.map(({ mentor, mentee }) => [mentor.id, mentee.id]),
  ]);
}

function bodyOf({ remove, add, free }: HandMove): object {
  return {
    remove: remove.map(({ mentor, mentee, part }) => ({ pair: [mentor.id, mentee.id], part })),
    add: add.map(({ mentor, mentee }) => [mentor.id, mentee.id]),
    free: free.map(({ id, part }) => ({ id, part })),
  };
}

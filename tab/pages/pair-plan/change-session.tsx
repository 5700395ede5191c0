import { useState, type ReactNode } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { longestAim } from '../../../src/domain/pair-plan';
import type { MyPlanSession } from '../../../src/pair-plan/api-contract';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';
import { useAction } from '../me/use-action';

interface Props {
  readonly programmeId: string;
  readonly session: MyPlanSession;
}

/** What the pair may change of a session that is still to come: its aim, and its place with the one after. */
export function ChangeSession({ programmeId, session }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const doing = useAction(programmeId);
  const [words, setWords] = useState<string>();
  const reword = session.actions.find((action) => action.verb === 'plan/aim');
  const swap = session.actions.find((action) => action.verb === 'plan/swap');

  async function save(aim: string): Promise<void> {
    if (reword !== undefined && (await doing.send({ ...reword, words: aim }, 'plan-of-pair.changed')))
      setWords(undefined);
  }

  return (
    <>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      {words !== undefined && (
        <Field
          label={t('plan-of-pair.own-label', { number: session.number })}
          hint={t('plan-of-pair.limit', { count: longestAim })}
        >
          <Input
            value={words}
            maxLength={longestAim}
            onChange={(_event, { value }) => {
              setWords(value);
            }}
          />
        </Field>
      )}
      <div className={page.buttons}>
        {words !== undefined && (
          <>
            <Button
              appearance="primary"
              disabled={doing.busy || words.trim() === '' || words.trim() === session.aim}
              onClick={() => void save(words.trim() === session.writtenAim ? '' : words)}
            >
              {t('plan-of-pair.save')}
            </Button>
            <Button
              disabled={doing.busy}
              onClick={() => {
                setWords(undefined);
              }}
            >
              {t('plan-of-pair.cancel')}
            </Button>
          </>
        )}
        {words === undefined && reword !== undefined && (
          <Button
            disabled={doing.busy}
            onClick={() => {
              setWords(session.aim);
            }}
          >
            {t('plan-of-pair.reword')}
          </Button>
        )}
        {words === undefined && session.writtenAim !== undefined && reword !== undefined && (
          <Button disabled={doing.busy} onClick={() => void save('')}>
            {t('plan-of-pair.written-again')}
          </Button>
        )}
        {words === undefined && swap !== undefined && (
          <Button disabled={doing.busy} onClick={() => void doing.send(swap, 'plan-of-pair.changed')}>
            {t('plan-of-pair.later', { number: swap.with })}
          </Button>
        )}
      </div>
    </>
  );
}

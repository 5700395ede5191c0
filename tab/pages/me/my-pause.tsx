import { useState, type ReactNode } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import type { OwnFacts } from '../../../src/own-page/api-contract';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

interface Props {
  readonly programmeId: string;
  readonly me: OwnFacts;
}

/** Time away: until when, who will know what, and the way back. Nothing for somebody who is not in. */
export function MyPause({ programmeId, me }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const doing = useAction(programmeId);
  const [chosen, setChosen] = useState<string>();
  if (me.pauseRange === undefined) return null;
  const { earliest, latest } = me.pauseRange;
  const until = me.pause?.until;
  const date = chosen ?? until ?? '';
  const possible = date >= earliest && date <= latest && date !== until;
  return (
    <Section
      title={
        until === undefined ? t('me.pause') : t('me.paused', { date: format.date(`${until}T12:00:00.000Z`, 'UTC') })
      }
    >
      <p className={page.quiet}>{t('me.pause-what')}</p>
      <Field label={t('me.pause-until')} hint={t('me.pause-hint')}>
        <Input
          type="date"
          min={earliest}
          max={latest}
          value={date}
          onChange={(_event, { value }) => {
            setChosen(value);
          }}
        />
      </Field>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        {until !== undefined && (
          <Button
            appearance="primary"
            disabled={doing.busy}
            onClick={() => void doing.send({ verb: 'pause/end', programmeId }, 'me.pause-ended')}
          >
            {t('me.pause-end')}
          </Button>
        )}
        <Button
          disabled={doing.busy || !possible}
          onClick={() => void doing.send({ verb: 'pause/set', programmeId, until: date }, 'me.pause-set-done')}
        >
          {t(until === undefined ? 'me.pause-set' : 'me.pause-change')}
        </Button>
      </div>
    </Section>
  );
}

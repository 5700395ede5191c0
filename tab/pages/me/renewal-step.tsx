import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Field, Radio, RadioGroup, makeStyles } from '@fluentui/react-components';
import type { StepOf } from '../../../src/own-page/step-contract';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

const useStyles = makeStyles({
  wishes: { border: 'none', margin: 0, padding: 0, display: 'grid', minWidth: 0 },
  legend: { padding: 0 },
});

interface Props {
  readonly programmeId: string;
  readonly step: StepOf<'renewal'>;
  readonly timeZone: string | undefined;
}

type Wish = StepOf<'renewal'>['goOn'][number];

/** What now, after a finished pair: the same choices as on the card, and as private. */
export default function RenewalStep({ programmeId, step, timeZone }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, format } = useWords();
  const doing = useAction(programmeId);
  const [goOn, setGoOn] = useState<readonly Wish[]>(step.goOn);
  const [otherwise, setOtherwise] = useState(step.otherwise);
  const name = step.partnerName;
  const [choose] = step.actions;
  const wishes: readonly (readonly [Wish, string])[] = [
    ['again', t('step.renewal.again')],
    ['swap', t(step.side === 'mentor' ? 'step.renewal.swap-mentor' : 'step.renewal.swap-mentee', { name })],
  ];
  return (
    <Section title={t('step.renewal.title', { name })}>
      <p className={page.text}>{t(step.answered ? 'step.renewal.noted' : 'step.renewal.what')}</p>
      <p className={page.quiet}>{t('step.renewal.who', { name })}</p>
      <fieldset className={styles.wishes}>
        <legend className={styles.legend}>{t('step.renewal.go-on', { name })}</legend>
        {wishes
          .filter(([wish]) => wish === 'again' || step.canSwap)
          .map(([wish, words]) => (
            <Checkbox
              key={wish}
              checked={goOn.includes(wish)}
              label={words}
              onChange={(_event, { checked }) => {
                setGoOn(checked === true ? [...goOn, wish] : goOn.filter((one) => one !== wish));
              }}
            />
          ))}
      </fieldset>
      <Field label={t('step.renewal.otherwise')}>
        <RadioGroup
          value={otherwise ?? ''}
          onChange={(_event, { value }) => {
            setOtherwise(value === 'another' ? 'another' : 'enough');
          }}
        >
          <Radio value="another" label={t('step.renewal.another')} />
          <Radio value="enough" label={t('step.renewal.enough')} />
        </RadioGroup>
      </Field>
      <p className={page.quiet}>
        {t('step.renewal.when', {
          by: format.date(step.replyBy, timeZone),
          hears: format.date(step.hearsBy, timeZone),
        })}
      </p>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button
          appearance={step.answered ? 'secondary' : 'primary'}
          disabled={doing.busy}
          onClick={() =>
            void doing.send({ ...choose, goOn: goOn.join(','), otherwise: otherwise ?? '' }, 'step.renewal.saved')
          }
        >
          {t('step.renewal.save')}
        </Button>
      </div>
    </Section>
  );
}

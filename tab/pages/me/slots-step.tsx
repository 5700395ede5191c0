import { useState, type ReactNode } from 'react';
import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import type { AssistantStepOf, StepOf } from '../../../src/own-page/step-contract';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

const useStyles = makeStyles({
  slots: { border: 'none', margin: 0, padding: 0, display: 'grid', minWidth: 0 },
  legend: { padding: 0 },
});

interface Props {
  readonly programmeId: string;
  readonly step: StepOf<'slots'> | AssistantStepOf<'slots'>;
  readonly timeZone: string | undefined;
}

/** The hours that could be the next session: all are ticked, as on the card, and any number suits, or none. */
export function SlotsStep({ programmeId, step, timeZone }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, format } = useWords();
  const doing = useAction(programmeId);
  const [chosen, setChosen] = useState<readonly number[]>(
    step.chosen.length > 0 ? step.chosen : step.slots.map(({ index }) => index),
  );
  const [suits, none] = step.actions;
  const answered = step.chosen.length > 0;

  function labelOf({ start, end }: Props['step']['slots'][number]): string {
    const range = format.span(start, end, timeZone);
    if (!('partnerName' in step)) return range;
    const time = format.timeElsewhere(start, step.partnerTimeZone, timeZone);
    return time === undefined ? range : t('step.slots.with-partner', { range, time, name: step.partnerName });
  }

  return (
    <Section
      title={
        'partnerName' in step
          ? t('step.slots.title', { number: step.number, name: step.partnerName })
          : t('step.slots.title-assistant', { number: step.number })
      }
    >
      <fieldset className={styles.slots}>
        <legend className={styles.legend}>{t('step.slots.what')}</legend>
        {step.slots.map((slot) => (
          <Checkbox
            key={slot.index}
            checked={chosen.includes(slot.index)}
            label={labelOf(slot)}
            onChange={(_event, { checked }) => {
              setChosen((before) =>
                checked === true
                  ? [...before, slot.index].toSorted((a, b) => a - b)
                  : before.filter((index) => index !== slot.index),
              );
            }}
          />
        ))}
      </fieldset>
      <p className={page.quiet}>
        {t(answered ? 'step.slots.answered' : 'step.slots.who')}{' '}
        {timeZone !== undefined && t('step.slots.zone', { zone: format.zone(timeZone) })}
      </p>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button
          appearance="primary"
          disabled={doing.busy || chosen.length === 0}
          onClick={() => void doing.send({ ...suits, slots: chosen.join(',') }, 'step.done')}
        >
          {t('step.slots.suits')}
        </Button>
        <Button disabled={doing.busy} onClick={() => void doing.send(none, 'step.slots.none-done')}>
          {t('step.slots.none')}
        </Button>
      </div>
    </Section>
  );
}

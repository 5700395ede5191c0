import { useState, type ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { needsPollAnswerSchema, type NeedsPollAnswer } from '../../../src/needs-poll/api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { ConfirmButton } from '../../components/confirm-button';
import { LabelledSelect } from '../../components/labelled-select';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { TopicChoice } from './topic-choice';

type Population = NeedsPollAnswer['populations'][number];

interface Props {
  readonly programmeId: string;
  readonly answer: NeedsPollAnswer;
}

/** Whom HR asks, about which topics and until when, with what it will read, before it happens. */
export function OpenPoll({ programmeId, answer }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const announce = useAnnounce();
  const open = useCommand(`/programmes/${programmeId}/needs-poll`);
  const [population, setPopulation] = useState<Population['population']>('everyone');
  const [topics, setTopics] = useState<readonly string[]>([]);
  const [closesOn, setClosesOn] = useState(answer.days.first);
  const { fewestAsked, fewestTold, topicLimits, days } = answer;
  const asked = answer.populations.find((one) => one.population === population);
  const isAllowed =
    asked !== undefined &&
    asked.people >= fewestAsked &&
    !asked.isAskedBefore &&
    topics.length >= topicLimits.fewest &&
    topics.length <= topicLimits.most &&
    closesOn >= days.first &&
    closesOn <= days.last;
  const count = format.number(asked?.people ?? 0);

  async function send(): Promise<void> {
    const done = await open.run({
      path: `/programmes/${programmeId}/needs-poll`,
      schema: needsPollAnswerSchema,
      body: { population, topics, closesOn },
    });
    if (done !== undefined) announce(t('poll.opened'));
  }

  function wordsOf(one: Population): string {
    const about = { population: t(`poll.population.${one.population}`), count: format.number(one.people) };
    if (one.isAskedBefore) return t('poll.asked-before', about);
    return one.people < fewestAsked ? t('poll.few', { ...about, fewest: fewestAsked }) : t('poll.several', about);
  }

  return (
    <>
      <Section title={t('poll.forecast')}>
        <p className={page.text}>{t('poll.forecast-few', { fewest: fewestTold })}</p>
        <p className={page.text}>{t('poll.forecast-nobody')}</p>
        {asked !== undefined && asked.people >= fewestAsked && (
          <p className={page.quiet}>
            {t('poll.forecast-size', { count, fewest: fewestTold, share: format.share(fewestTold / asked.people) })}
          </p>
        )}
      </Section>
      <Section title={t('poll.open')}>
        {open.problem !== undefined && <ProblemNotice problem={open.problem} />}
        <LabelledSelect
          label={t('poll.population')}
          value={population}
          onChoose={(value) => {
            setPopulation(value as Population['population']);
          }}
        >
          {answer.populations.map((one) => (
            <option key={one.population} value={one.population}>
              {wordsOf(one)}
            </option>
          ))}
        </LabelledSelect>
        <TopicChoice families={answer.families} limits={topicLimits} chosen={topics} onChange={setTopics} />
        <div className={page.bar}>
          <Field
            className={page.field}
            label={t('poll.closes-on')}
            hint={t('poll.closes-hint', { first: format.day(days.first), last: format.day(days.last) })}
          >
            <Input
              type="date"
              min={days.first}
              max={days.last}
              value={closesOn}
              onChange={(_event, { value }) => {
                setClosesOn(value);
              }}
            />
          </Field>
        </div>
        <div>
          <ConfirmButton
            primary
            label={t('poll.open')}
            title={t('poll.open-title', { count, date: closesOn === '' ? '' : format.day(closesOn) })}
            confirm={t('poll.confirm', { count })}
            disabled={!isAllowed || open.busy}
            onConfirm={() => void send()}
          >
            {t('poll.confirm-what')}
          </ConfirmButton>
        </div>
      </Section>
    </>
  );
}

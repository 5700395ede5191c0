import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { needsPollAnswerSchema, type NeedsPollAnswer } from '../../../src/needs-poll/api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { BarRows } from '../../components/bar-rows';
import { DataBehind } from '../../components/data-behind';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { PairedBars } from '../../components/paired-bars';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import { useWords } from '../../lib/words-context';

type Poll = NeedsPollAnswer['polls'][number];
type Result = NonNullable<Poll['result']>;

interface Props {
  readonly programmeId: string;
  readonly answer: NeedsPollAnswer;
  readonly poll: Poll;
}

/** What is told of a poll that has closed, and what the plan can take from it. */
export function PollResult({ programmeId, answer, poll }: Props): ReactNode {
  const { t } = useWords();
  const { result } = poll;
  if (poll.invited === 0) return <Notice title={t('poll.nobody')} text={t('poll.nobody-what')} />;
  if (result === undefined || (result.takePart === undefined && result.topics.length === 0))
    return <Notice title={t('poll.nothing')} text={t('poll.nothing-what')} />;
  return (
    <>
      <Replies poll={poll} takePart={result.takePart} />
      <Topics topics={result.topics} />
      {poll.findings.length > 0 && <Findings programmeId={programmeId} answer={answer} poll={poll} />}
    </>
  );
}

function Replies({ poll, takePart }: { readonly poll: Poll; readonly takePart: Result['takePart'] }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const asked = format.number(poll.invited);
  const yes = takePart?.find(({ of }) => of.length === 1 && of[0] === 'yes');
  const rows = (takePart ?? []).map(({ of, people }) => ({
    label: of.map((cell) => t(`poll.reply.${cell}`)).join(' / '),
    value: format.number(people),
    share: people / poll.invited,
    quiet: !of.includes('yes'),
  }));
  const title = yes === undefined ? t('poll.replies-none') : t('poll.replies-yes', { count: yes.people, asked });
  return (
    <Section title={title}>
      <p className={page.quiet}>
        {t('poll.replies-what', {
          count: asked,
          population: t(`poll.population.${poll.population}`),
          date: format.day(poll.closesOn),
        })}
      </p>
      {rows.length > 0 && (
        <>
          <BarRows rows={rows} />
          <DataBehind
            columns={[t('poll.column-reply'), t('poll.column-people')]}
            rows={rows.map(({ label, value }) => [label, value])}
          />
        </>
      )}
    </Section>
  );
}

function Topics({ topics }: Pick<Result, 'topics'>): ReactNode {
  const page = usePageStyles();
  const { t, topic, format } = useWords();
  const write = (value: number | undefined): string => (value === undefined ? '–' : format.number(value));
  const [wanted] = topics.filter(({ learn }) => learn !== undefined);
  const [offered] = topics.toSorted((one, other) => (other.teach ?? 0) - (one.teach ?? 0));
  const title =
    wanted?.learn !== undefined
      ? t('poll.topics-both', { topic: topic(wanted.topic), count: wanted.learn })
      : offered?.teach !== undefined
        ? t('poll.topics-teach', { topic: topic(offered.topic), count: offered.teach })
        : t('poll.topics-none');
  const legend = { first: t('poll.column-learn'), second: t('poll.column-teach') };
  return (
    <Section title={title}>
      {topics.length > 0 && (
        <>
          <p className={page.quiet}>{t('poll.topics-what')}</p>
          <PairedBars
            rows={topics.map(({ topic: id, learn, teach }) => ({ label: topic(id), first: learn, second: teach }))}
            legend={legend}
            write={write}
          />
          <DataBehind
            columns={[t('poll.column-topic'), legend.first, legend.second]}
            rows={topics.map(({ topic: id, learn, teach }) => [topic(id), write(learn), write(teach)])}
          />
        </>
      )}
    </Section>
  );
}

function Findings({ programmeId, answer: { version, isBeforeEnrolment }, poll }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const add = useCommand(`/programmes/${programmeId}`);
  async function take(finding: string): Promise<void> {
    const done = await add.run({
      path: `/programmes/${programmeId}/needs-poll/objectives`,
      schema: needsPollAnswerSchema,
      body: { poll: poll.id, finding },
      headers: { 'if-match': `"${version}"` },
    });
    if (done !== undefined) announce(t('poll.added'));
  }
  return (
    <Section title={t('poll.objectives', { count: poll.findings.length })}>
      <p className={page.quiet}>{t('poll.objectives-what')}</p>
      {add.problem !== undefined && <ProblemNotice problem={add.problem} />}
      <ul className={page.plain}>
        {poll.findings.map(({ finding, wording, isInPlan }) => (
          <li key={finding} className={page.stack}>
            <span>{wording}</span>
            <span>
              {isInPlan ? (
                <StatusTag tone="good">{t('poll.in-plan')}</StatusTag>
              ) : (
                isBeforeEnrolment && (
                  <Button
                    size="small"
                    disabled={add.busy}
                    aria-label={`${t('poll.add')}${t('confirm.about', { name: wording })}`}
                    onClick={() => void take(finding)}
                  >
                    {t('poll.add')}
                  </Button>
                )
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { toldCommentsSchema, type CommentBlock } from '../../../src/insight/comments-contract';
import { useResource } from '../../api/use-resource';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { WrittenWords } from '../../components/written-words';
import { useMe } from '../../lib/me-context';
import { roundName } from '../../lib/round-name';
import { useWords } from '../../lib/words-context';

/** How often comments are asked for again: nights alone change them, and each time all are opened. */
const period = 60 * 60_000;
/** Comments that are shown before somebody asks for the rest. */
const firstShown = 20;

interface Props {
  readonly programmeId: string;
}

/** What people wrote, for HR alone; nothing of what too few answered. */
export function CommentSections({ programmeId }: Props): ReactNode {
  const me = useMe();
  const own = me.programmes.find(({ id }) => id === programmeId);
  const isHr = me.administratorOfAll || own?.roles.includes('administrator') === true;
  return isHr ? <ToldComments programmeId={programmeId} /> : null;
}

function ToldComments({ programmeId }: Props): ReactNode {
  const { value, problem, refresh } = useResource(`/programmes/${programmeId}/comments`, toldCommentsSchema, period);
  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => void refresh()} />}
      {value?.blocks.map((told) => (
        <BlockSection key={JSON.stringify([told.round, told.question?.id])} told={told} />
      ))}
    </>
  );
}

function BlockSection({ told: { round, instrument, question, texts } }: { readonly told: CommentBlock }): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? texts : texts.slice(0, firstShown);
  return (
    <Section title={t('comments.title', { count: texts.length, name: roundName({ id: round, instrument }, t) })}>
      {question !== undefined && <p className={page.text}>{question.words[language]}</p>}
      <p className={page.quiet}>{t('comments.what')}</p>
      <ul className={page.list}>
        {shown.map((text, place) => (
          // The same words may come from two people, and the order is the server's.
          <li key={place}>
            <WrittenWords text={text} />
          </li>
        ))}
      </ul>
      {shown.length < texts.length && (
        <div className={page.buttons}>
          <Button
            onClick={() => {
              setShowsAll(true);
            }}
          >
            {t('comments.all', { count: texts.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}

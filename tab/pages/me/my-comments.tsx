import type { ReactNode } from 'react';
import { myCommentsSchema, type MyComment } from '../../../src/own-page/comments-contract';
import { useResource } from '../../api/use-resource';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { WrittenWords } from '../../components/written-words';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

/** How often what was written is looked for again: it changes by the reader's own hand alone. */
const period = 60_000;

/** What the reader wrote in surveys, and a way to take it back; nothing where they wrote nothing. */
export default function MyComments({ programmeId }: { readonly programmeId: string }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const { value } = useResource(`/programmes/${programmeId}/me/comments`, myCommentsSchema, period);
  if (value === undefined || value.comments.length === 0) return null;
  return (
    <Section title={t('me.comments')}>
      <p className={page.quiet}>{t('me.comments-who', { comments: value.fewest })}</p>
      {value.comments.map((comment) => (
        <OwnComment key={JSON.stringify(comment.action)} programmeId={programmeId} comment={comment} />
      ))}
    </Section>
  );
}

interface Props {
  readonly programmeId: string;
  readonly comment: MyComment;
}

function OwnComment({ programmeId, comment }: Props): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const doing = useAction(programmeId);
  const { instrument, question, text, action } = comment;
  return (
    <div className={page.stack}>
      <span className={page.small}>{t('me.comments-of', { instrument })}</span>
      {question !== undefined && <span className={page.small}>{question[language]}</span>}
      <WrittenWords text={text} />
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <ConfirmButton
          label={t('me.comments-delete')}
          title={t('me.comments-delete')}
          confirm={t('me.comments-delete')}
          disabled={doing.busy}
          onConfirm={() => void doing.send(action, 'step.done')}
        >
          <p>{t('me.comments-delete-what')}</p>
        </ConfirmButton>
      </div>
    </div>
  );
}

import { useState, type ReactNode } from 'react';
import { Checkbox } from '@fluentui/react-components';
import type { DraftDto, DraftListDto, PublishDraftBody } from '../../../src/draft/api-contract';
import { startedSchema } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { ConfirmButton } from '../../components/confirm-button';
import { JobProgress } from '../../components/job-progress';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { TextLink } from '../../components/text-link';
import { useWords } from '../../lib/words-context';
import { UnknownRules } from './draft-summary';
import { draftPath } from './use-draft';

interface Props {
  readonly programmeId: string;
  readonly draft: DraftDto;
  readonly list: DraftListDto | undefined;
  /** Choices were saved that this draft does not take into account. */
  readonly pending: boolean;
}

/** The one way a proposal is ever sent, or a pair goes on: after saying how many people are asked, and in which order, or that none is. */
export function PublishDraft({ programmeId, draft, list, pending }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const publish = useCommand(`/programmes/${programmeId}`);
  const goesOn = draft.renewal !== undefined;
  const unguarded = draft.managersUnknown === true;
  const [known, setKnown] = useState(false);
  const [jobId, setJobId] = useState<string>();

  async function send(): Promise<void> {
    const body: PublishDraftBody = { managersUnknown: true };
    const started = await publish.run({
      path: `${draftPath(programmeId, draft.id)}/publish`,
      schema: startedSchema,
      ...(unguarded ? { body } : {}),
    });
    if (started !== undefined) setJobId(started.jobId);
  }

  const people = {
    mentors: new Set(list?.pairs.map(({ mentor }) => mentor.id)).size,
    mentees: new Set(list?.pairs.map(({ mentee }) => mentee.id)).size,
  };
  return (
    <>
      {publish.problem !== undefined && <ProblemNotice problem={publish.problem} />}
      {jobId !== undefined && (
        <JobProgress
          programmeId={programmeId}
          jobId={jobId}
          done={t(goesOn ? 'renewal.publish-done' : 'publish.done')}
        />
      )}
      {draft.state === 'publishing' && jobId === undefined && (
        <Notice title={t('draft.publishing')} text={t(goesOn ? 'renewal.publishing-text' : 'draft.publishing-text')} />
      )}
      {draft.state === 'published' && (
        <Notice title={t('draft.published')} text={t(goesOn ? 'renewal.published-text' : 'draft.published-text')}>
          <TextLink to={`/programmes/${programmeId}/pairs`}>{t('draft.see-pairs')}</TextLink>
        </Notice>
      )}
      {draft.state === 'ready' && draft.pairCount > 0 && unguarded && (
        <Notice title={t('publish.unguarded')} text={t('publish.unguarded-text')}>
          <Checkbox
            label={t('publish.unguarded-known')}
            checked={known}
            onChange={(_event, { checked }) => {
              setKnown(checked === true);
            }}
          />
        </Notice>
      )}
      {draft.state === 'ready' && draft.pairCount > 0 && (
        <div className={page.buttons}>
          <ConfirmButton
            primary={!pending}
            label={t(goesOn ? 'renewal.publish-button' : 'publish.button')}
            title={t(goesOn ? 'renewal.publish-title' : 'publish.title', { count: draft.pairCount })}
            confirm={t('publish.confirm')}
            disabled={publish.busy || (unguarded && !known)}
            onConfirm={() => void send()}
          >
            {list !== undefined && !goesOn && <p>{t('studio.publish-people', people)}</p>}
            <p>{t(goesOn ? 'renewal.publish-what' : 'publish.what')}</p>
            {unguarded && <p>{t('publish.unguarded')}</p>}
            <UnknownRules rules={draft.unknownRules} />
            {pending && <p>{t('studio.publish-pending')}</p>}
            <p>{t('publish.once')}</p>
          </ConfirmButton>
        </div>
      )}
    </>
  );
}

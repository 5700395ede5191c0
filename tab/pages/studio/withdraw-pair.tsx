import { useState, type ReactNode } from 'react';
import { withdrawnSchema } from '../../../src/draft/api-contract';
import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { useCommand } from '../../api/use-command';
import { ConfirmButton } from '../../components/confirm-button';
import { ProblemNotice } from '../../components/problem-notice';
import { StatusTag } from '../../components/status-tag';
import { useWords } from '../../lib/words-context';

interface Props {
  readonly programmeId: string;
  readonly pair: ListPair;
}

/** Takes back a proposal that went out, after saying what the two will read. */
export function WithdrawPair({ programmeId, pair }: Props): ReactNode {
  const { t } = useWords();
  const command = useCommand(`/programmes/${programmeId}/board`);
  const [done, setDone] = useState(false);

  async function withdraw(): Promise<void> {
    const withdrawn = await command.run({
      path: `/programmes/${programmeId}/proposals/withdraw`,
      schema: withdrawnSchema,
      body: { pair: [pair.mentor.id, pair.mentee.id] },
    });
    if (withdrawn !== undefined) setDone(true);
  }

  if (done) return <StatusTag tone="plain">{t('studio.withdrawn')}</StatusTag>;
  return (
    <div>
      <ConfirmButton
        label={t('studio.withdraw')}
        title={t('studio.withdraw-title', { mentor: pair.mentor.name, mentee: pair.mentee.name })}
        confirm={t('studio.withdraw-confirm')}
        disabled={command.busy}
        onConfirm={() => void withdraw()}
      >
        <p>{t('studio.withdraw-what')}</p>
        <p>{t('studio.withdraw-quiet')}</p>
      </ConfirmButton>
      {command.problem !== undefined && <ProblemNotice problem={command.problem} />}
    </div>
  );
}

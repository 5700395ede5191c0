import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { ShownProblem } from '../../api/api-client';
import { useApi } from '../../api/api-context';
import { useAnnounce } from '../../components/announcer';
import { ProblemNotice } from '../../components/problem-notice';
import { saveFile } from '../../lib/save-file';
import { useWords } from '../../lib/words-context';

/** The totals as a file, in the reader's language. */
export function ExportPoll({ programmeId }: { readonly programmeId: string }): ReactNode {
  const { t, language } = useWords();
  const { client } = useApi();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem>();
  const take = async (): Promise<void> => {
    setBusy(true);
    const answer = await client.file(`/programmes/${programmeId}/needs-poll.csv?language=${language}`);
    setBusy(false);
    setProblem(answer.kind === 'problem' ? answer.problem : undefined);
    if (answer.kind !== 'value') return;
    saveFile(answer.value, `${programmeId}-needs-poll.csv`);
    announce(t('poll.exported'));
  };
  return (
    <>
      <Button icon={<ArrowDownloadRegular aria-hidden />} disabled={busy} onClick={() => void take()}>
        {t('poll.export')}
      </Button>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </>
  );
}

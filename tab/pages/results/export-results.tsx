import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { ShownProblem } from '../../api/api-client';
import { useApi } from '../../api/api-context';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { saveFile } from '../../lib/save-file';
import { useWords } from '../../lib/words-context';

const files = { pdf: 'board-report.pdf', xlsx: 'results.xlsx', csv: 'results.csv', progress: 'progress.csv' } as const;

/** The figures as files, in the reader's language. */
export function ExportResults({ programmeId }: { readonly programmeId: string }): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const { client } = useApi();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem>();

  async function take(kind: keyof typeof files): Promise<void> {
    setBusy(true);
    const answer = await client.file(`/programmes/${programmeId}/${files[kind]}?language=${language}`);
    setBusy(false);
    setProblem(answer.kind === 'problem' ? answer.problem : undefined);
    if (answer.kind !== 'value') return;
    saveFile(answer.value, `${programmeId}-${files[kind]}`);
    announce(t('results.exported'));
  }

  return (
    <>
      <div role="group" aria-label={t('results.exports')} className={page.buttons}>
        {(Object.keys(files) as (keyof typeof files)[]).map((kind) => (
          <Button
            key={kind}
            icon={<ArrowDownloadRegular aria-hidden />}
            disabled={busy}
            onClick={() => void take(kind)}
          >
            {t(`results.export.${kind}`)}
          </Button>
        ))}
      </div>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </>
  );
}

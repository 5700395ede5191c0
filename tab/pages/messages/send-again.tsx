import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { doneSchema } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';

interface Props {
  readonly programmeId: string;
  /** Of what is sent again, below the programme's messages. */
  readonly path: string;
  readonly label: string;
}

/** Sends again what did not arrive. */
export function SendAgain({ programmeId, path, label }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const retry = useCommand(`/programmes/${programmeId}/messages`);

  async function send(): Promise<void> {
    const done = await retry.run({ path: `/programmes/${programmeId}/messages/${path}/retry`, schema: doneSchema });
    if (done !== undefined) announce(t('messages.retried'));
  }

  return (
    <div className={page.stack}>
      {retry.problem !== undefined && <ProblemNotice problem={retry.problem} />}
      <div>
        <Button size="small" disabled={retry.busy} aria-label={label} onClick={() => void send()}>
          {t('messages.retry')}
        </Button>
      </div>
    </div>
  );
}

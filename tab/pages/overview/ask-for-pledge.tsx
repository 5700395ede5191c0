import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { doneSchema } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';

/** Sends the sponsor the card on which the pledge is given. */
export function AskForPledge({ programmeId }: { readonly programmeId: string }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const ask = useCommand(`/programmes/${programmeId}`);
  const [asked, setAsked] = useState(false);

  async function send(): Promise<void> {
    const done = await ask.run({ path: `/programmes/${programmeId}/pledge-request`, schema: doneSchema });
    if (done === undefined) return;
    setAsked(true);
    announce(t('pledge.asked'));
  }

  return (
    <div className={page.stack}>
      {ask.problem !== undefined && <ProblemNotice problem={ask.problem} />}
      {asked ? (
        <span className={page.small}>{t('pledge.asked')}</span>
      ) : (
        <div>
          <Button size="small" disabled={ask.busy} onClick={() => void send()}>
            {t('pledge.ask')}
          </Button>
        </div>
      )}
    </div>
  );
}

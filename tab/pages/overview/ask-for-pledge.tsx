import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { doneSchema, type Overview } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useMe } from '../../lib/me-context';
import { useWords } from '../../lib/words-context';

/** Sends the sponsor the card on which the pledge is given; says when that was done, and offers it again after a week. */
export function AskForPledge({ programme: { id, pledgeAsked } }: { readonly programme: Overview }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const { now } = useMe();
  const announce = useAnnounce();
  const ask = useCommand(`/programmes/${id}`);
  const mayAsk = pledgeAsked === undefined || now >= pledgeAsked.againFrom;

  async function send(): Promise<void> {
    const done = await ask.run({ path: `/programmes/${id}/pledge-request`, schema: doneSchema });
    if (done !== undefined) announce(t('pledge.asked'));
  }

  return (
    <div className={page.stack}>
      {ask.problem !== undefined && <ProblemNotice problem={ask.problem} />}
      {pledgeAsked !== undefined && (
        <span className={page.small}>
          {mayAsk
            ? t('pledge.asked-on', { when: format.date(pledgeAsked.at) })
            : t('pledge.asked-until', { when: format.date(pledgeAsked.at), again: format.date(pledgeAsked.againFrom) })}
        </span>
      )}
      {mayAsk && (
        <div>
          <Button size="small" disabled={ask.busy} onClick={() => void send()}>
            {t(pledgeAsked === undefined ? 'pledge.ask' : 'pledge.ask-again')}
          </Button>
        </div>
      )}
    </div>
  );
}

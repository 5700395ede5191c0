import { useState, type ReactNode } from 'react';
import { departurePreviewSchema, type PersonDto } from '../../../src/enrolment/api-contract';
import { doneSchema } from '../../../src/hr-page/programme-api-contract';
import type { ShownProblem } from '../../api/api-client';
import { useApi } from '../../api/api-context';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { ConfirmButton } from '../../components/confirm-button';
import { Loading } from '../../components/loading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';

interface Props {
  readonly programmeId: string;
  readonly person: PersonDto;
}

/** Takes somebody out of the programme, once it was read what follows; or lets them come back. */
export function PersonDeparture({ programmeId, person }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const { client } = useApi();
  const command = useCommand(`/programmes/${programmeId}`);
  const [pairs, setPairs] = useState<number>();
  const [reading, setReading] = useState(false);
  const [unread, setUnread] = useState<ShownProblem>();
  const isOut = person.state === 'withdrawn';
  const path = `/programmes/${programmeId}/people/${encodeURIComponent(person.id)}`;

  async function readEffect(): Promise<void> {
    setUnread(undefined);
    setReading(true);
    const answer = await client.send({ path: `${path}/departure`, schema: departurePreviewSchema });
    setReading(false);
    if (answer.kind === 'value') setPairs(answer.value.pairs);
    else if (answer.kind === 'problem') setUnread(answer.problem);
  }

  async function send(): Promise<void> {
    const done = await command.run({ path: `${path}/${isOut ? 'return' : 'withdraw'}`, schema: doneSchema });
    if (done !== undefined) announce(t(isOut ? 'departure.returned' : 'departure.done', { name: person.name }));
  }

  return (
    <div className={page.stack}>
      {command.problem !== undefined && <ProblemNotice problem={command.problem} />}
      <div>
        {isOut ? (
          <ConfirmButton
            label={t('departure.return')}
            about={person.name}
            title={t('departure.return-title', { name: person.name })}
            confirm={t('departure.return')}
            disabled={command.busy}
            onConfirm={() => void send()}
          >
            <p>{t('departure.return-what')}</p>
          </ConfirmButton>
        ) : (
          <ConfirmButton
            label={t('departure.button')}
            about={person.name}
            title={t('departure.title', { name: person.name })}
            confirm={t('departure.confirm')}
            disabled={command.busy}
            confirmDisabled={pairs === undefined}
            onOpen={() => void readEffect()}
            onConfirm={() => void send()}
          >
            {unread !== undefined && <ProblemNotice problem={unread} />}
            {reading && pairs === undefined && <Loading label={t('loading')} />}
            {pairs !== undefined && <p>{t('departure.effect', { pairs })}</p>}
            <p>{t('departure.what')}</p>
            <p>{t('departure.undo')}</p>
          </ConfirmButton>
        )}
      </div>
    </div>
  );
}

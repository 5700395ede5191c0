import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { MessageDto } from '../../../src/hr-page/messaging-api-contract';
import { DataTable, type Column } from '../../components/data-table';
import { usePageStyles } from '../../components/page-styles';
import { StatusTag } from '../../components/status-tag';
import { useWords } from '../../lib/words-context';
import { SendAgain } from './send-again';
import type { MessageFilter } from './use-message-filter';

/** In line with what else stands in the column. */
const useStyles = makeStyles({
  name: { minWidth: 0, padding: 0, textAlign: 'start', fontWeight: tokens.fontWeightRegular },
});

interface Props {
  readonly programmeId: string;
  readonly messages: readonly MessageDto[];
  readonly onChange: (filter: MessageFilter) => void;
}

/** One message a row, in the order in which they came. */
export function MessagesTable({ programmeId, messages, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const columns: readonly Column<MessageDto>[] = [
    { key: 'kind', title: t('messages.kind'), cell: (message) => message.kindWords },
    { key: 'to', title: t('messages.to'), cell: ({ to }) => <Recipient to={to} onChange={onChange} /> },
    {
      key: 'state',
      title: t('messages.state'),
      cell: (message) => (
        <div className={page.stack}>
          <span>
            <StatusTag tone={toneOf(message.state)}>{t(`message.state.${message.state}`)}</StatusTag>
          </span>
          {((message.state !== 'sent' && message.state !== 'queued') || message.reason === 'shortened') && (
            <span className={page.small}>{message.words}</span>
          )}
          {message.canRetry && (
            <SendAgain
              programmeId={programmeId}
              path={encodeURIComponent(message.id)}
              label={t('messages.retry-label', {
                kind: message.kindWords,
                to: nameOf(message.to, t('messages.channel')),
              })}
            />
          )}
        </div>
      ),
    },
    {
      key: 'at',
      title: t('messages.at'),
      cell: (message) =>
        message.state === 'queued'
          ? t('messages.not-before', { when: format.moment(message.at) })
          : format.moment(message.at),
    },
  ];
  return (
    <DataTable caption={t('messages.one-by-one')} columns={columns} rows={messages} rowKey={(message) => message.id} />
  );
}

function toneOf(state: MessageDto['state']): 'good' | 'attention' | 'plain' {
  switch (state) {
    case 'sent':
      return 'good';
    case 'failed':
    case 'blocked':
    case 'dead':
    case 'ambiguous':
      return 'attention';
    case 'queued':
    case 'cancelled':
    case 'skipped':
      return 'plain';
  }
}

function nameOf(to: MessageDto['to'], channel: string): string {
  return to.kind === 'channel' ? channel : (to.name ?? to.id ?? '');
}

/** Whom it is for; a press shows only theirs. */
function Recipient({
  to,
  onChange,
}: {
  readonly to: MessageDto['to'];
  readonly onChange: Props['onChange'];
}): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const name = nameOf(to, t('messages.channel'));
  const { kind, id } = to;
  if (kind === 'channel' || id === undefined) return name;
  return (
    <Button
      appearance="transparent"
      className={styles.name}
      aria-label={t('messages.only', { name })}
      onClick={() => {
        onChange({ to: kind, person: id });
      }}
    >
      {name}
    </Button>
  );
}

import { useState, type ReactNode } from 'react';
import { Button, Field, Select } from '@fluentui/react-components';
import { useSearchParams } from 'wouter';
import {
  messageListSchema,
  messageStateSchema,
  type MessageDto,
  type MessageList,
} from '../../../src/hr-page/messaging-api-contract';
import { doneSchema } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { usePages } from '../../api/use-resource';
import { useAnnounce } from '../../components/announcer';
import { DataTable, type Column } from '../../components/data-table';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';

function join(one: MessageList, two: MessageList): MessageList {
  return { ...two, messages: [...one.messages, ...two.messages] };
}

/** Every message of the bot: sent, when, or why not; what was given up can be sent again. */
export function MessagesPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const [pages, setPages] = useState(1);
  const state = messageStateSchema.options.find((known) => known === params.get('state'));
  const list = usePages(
    `/programmes/${id}/messages${state === undefined ? '' : `?state=${state}`}`,
    messageListSchema,
    join,
    pages,
  );

  return (
    <div className={page.page}>
      <PageHeading title={t('messages.title')} detail={t('messages.detail')} />
      <div className={page.bar}>
        <Field label={t('messages.state')} className={page.field}>
          <Select
            value={state ?? ''}
            onChange={(_event, { value }) => {
              setPages(1);
              setParams(value === '' ? {} : { state: value }, { replace: true });
            }}
          >
            <option value="">{t('filter.all')}</option>
            {messageStateSchema.options.map((known) => (
              <option key={known} value={known}>
                {t(`message.state.${known}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <ResourceView resource={list}>
        {(value) => (
          <>
            {value.messages.length === 0 ? (
              <Notice
                title={t(state === undefined ? 'messages.empty' : 'messages.none-found')}
                text={t(state === undefined ? 'messages.empty-text' : 'messages.none-found-text')}
              />
            ) : (
              <MessagesTable programmeId={id} messages={value.messages} />
            )}
            {value.next !== undefined && (
              <div>
                <Button
                  onClick={() => {
                    setPages(pages + 1);
                  }}
                >
                  {t('messages.more')}
                </Button>
              </div>
            )}
          </>
        )}
      </ResourceView>
    </div>
  );
}

function MessagesTable({
  programmeId,
  messages,
}: {
  readonly programmeId: string;
  readonly messages: readonly MessageDto[];
}): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const columns: readonly Column<MessageDto>[] = [
    { key: 'kind', title: t('messages.kind'), cell: (message) => message.kindWords },
    {
      key: 'to',
      title: t('messages.to'),
      cell: (message) =>
        message.to.kind === 'channel'
          ? t('messages.channel')
          : (message.to.name ?? message.to.id ?? t('messages.participant')),
    },
    {
      key: 'state',
      title: t('messages.state'),
      cell: (message) => (
        <div className={page.stack}>
          <span>
            <StatusTag
              tone={
                message.state === 'sent'
                  ? 'good'
                  : message.state === 'dead' || message.state === 'failed'
                    ? 'attention'
                    : 'plain'
              }
            >
              {t(`message.state.${message.state}`)}
            </StatusTag>
          </span>
          {message.state !== 'sent' && message.state !== 'queued' && (
            <span className={page.small}>{message.words}</span>
          )}
          {message.canRetry && <RetryMessage programmeId={programmeId} message={message} />}
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
    <Section title={t('messages.list', { count: messages.length })}>
      <DataTable caption={t('messages.title')} columns={columns} rows={messages} rowKey={(message) => message.id} />
    </Section>
  );
}

function RetryMessage({
  programmeId,
  message,
}: {
  readonly programmeId: string;
  readonly message: MessageDto;
}): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const retry = useCommand(`/programmes/${programmeId}/messages`);

  async function send(): Promise<void> {
    const done = await retry.run({
      path: `/programmes/${programmeId}/messages/${encodeURIComponent(message.id)}/retry`,
      schema: doneSchema,
    });
    if (done !== undefined) announce(t('messages.retried'));
  }

  return (
    <div className={page.stack}>
      {retry.problem !== undefined && <ProblemNotice problem={retry.problem} />}
      <div>
        <Button
          size="small"
          disabled={retry.busy}
          aria-label={t('messages.retry-label', { kind: message.kindWords, to: message.to.name ?? '' })}
          onClick={() => void send()}
        >
          {t('messages.retry')}
        </Button>
      </div>
    </div>
  );
}

import { useState, type ReactNode } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import type { PeopleCheck } from '../../../src/people-file/api-contract';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

interface Props {
  readonly check: PeopleCheck;
  readonly busy: boolean;
  /** `leaving`: how many people leave, where it has to be said once more. */
  readonly onConfirm: (importId: string, leaving?: number) => void;
  readonly onCancel: () => void;
}

/** People whom a confirmation brings in, changes or lets come back. */
export function changesOf({ added, changed, returning }: PeopleCheck): number {
  return added + changed + returning;
}

/** The confirmation of a people file; where people leave by it, what follows is read first, and where they are many their number is typed. */
export function ImportDecision({ check, busy, onConfirm, onCancel }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const { importId } = check;
  const count = changesOf(check);
  const leaving = check.leaving?.count ?? 0;
  if (check.columns.missing.length > 0) return null;
  if (importId === undefined) return <p className={page.text}>{t('import.nothing-good')}</p>;
  if (count === 0 && leaving === 0) return <p className={page.text}>{t('import.nothing-new')}</p>;
  return (
    <div className={page.buttons}>
      {leaving === 0 ? (
        <Button
          appearance="primary"
          disabled={busy}
          onClick={() => {
            onConfirm(importId);
          }}
        >
          {t('import.confirm', { count })}
        </Button>
      ) : (
        <LeavingConfirmation check={check} busy={busy} importId={importId} onConfirm={onConfirm} />
      )}
      <Button onClick={onCancel}>{t('confirm.cancel')}</Button>
    </div>
  );
}

function LeavingConfirmation({
  check,
  busy,
  importId,
  onConfirm,
}: Omit<Props, 'onCancel'> & { readonly importId: string }): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const count = changesOf(check);
  const leaving = check.leaving?.count ?? 0;
  const asksAgain = check.leaving?.asksAgain === true;
  return (
    <ConfirmButton
      primary
      label={t('import.confirm-leaving', { count, leaving })}
      title={t('import.leaving-title', { leaving })}
      confirm={t('import.confirm-leaving', { count, leaving })}
      disabled={busy}
      confirmDisabled={asksAgain && typed.trim() !== String(leaving)}
      onConfirm={() => {
        onConfirm(importId, asksAgain ? leaving : undefined);
      }}
    >
      <p>{t('import.leaving-what')}</p>
      {asksAgain && (
        <Field label={t('import.leaving-again')} hint={t('import.leaving-again-hint', { leaving })}>
          <Input
            inputMode="numeric"
            value={typed}
            onChange={(_event, { value }) => {
              setTyped(value);
            }}
          />
        </Field>
      )}
    </ConfirmButton>
  );
}

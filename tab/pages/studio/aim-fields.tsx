import { useRef, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { DraftDto } from '../../../src/draft/api-contract';
import { mostAims, type PairingAim } from '../../../src/domain/pairing-contract';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { AimCost, AimsCost } from './aim-cost';
import { aimKind, aimKinds } from './aim-kinds';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalM },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  aim: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', justifyContent: 'space-between', alignItems: 'center' },
  name: { fontWeight: tokens.fontWeightSemibold, minWidth: 0, overflowWrap: 'anywhere' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
  },
});

interface Props {
  readonly aims: readonly PairingAim[];
  /** The draft that tells what its aims cost. */
  readonly draft: DraftDto;
  readonly disabled: boolean;
  readonly onChange: (aims: PairingAim[]) => void;
}

/** What the pairs should be like as a whole, aim by aim; beside each, what it cost in the draft. */
export function AimFields({ aims, draft, disabled, onChange }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const list = useRef<HTMLUListElement>(null);
  const mixable = draft.mixable ?? [];
  const offered = aimKinds.filter((kind) => kind !== 'mixed' || mixable.length > 0);
  const adds = useRef<HTMLDivElement>(null);

  function add(aim: PairingAim): void {
    onChange([...aims, aim]);
    announce(t('aim.added', { count: aims.length + 1, most: mostAims }));
    // The new aim is there once this change is drawn.
    requestAnimationFrame(() => {
      list.current?.lastElementChild?.querySelector<HTMLElement>('select, input')?.focus();
    });
  }

  function remove(index: number): void {
    onChange(aims.toSpliced(index, 1));
    announce(t('aim.removed', { count: aims.length - 1 }));
    requestAnimationFrame(() => {
      adds.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    });
  }

  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.legend}>{t('aim.title')}</legend>
      <p className={page.quiet}>{t('aim.text', { most: mostAims })}</p>
      <ul ref={list} className={page.plain}>
        {aims.map((aim, index) => {
          const { Fields } = aimKind(aim.kind);
          const name = t('aim.name', { number: index + 1, kind: t(`aim.kind.${aim.kind}`) });
          const others = aims.toSpliced(index, 1);
          return (
            <li key={`${index} ${aim.kind}`}>
              <div role="group" aria-label={name} className={styles.aim}>
                <div className={styles.head}>
                  <span className={styles.name}>{name}</span>
                  {!disabled && (
                    <Button
                      size="small"
                      aria-label={t('aim.remove-named', { name })}
                      onClick={() => {
                        remove(index);
                      }}
                    >
                      {t('aim.remove')}
                    </Button>
                  )}
                </div>
                <div className={styles.fields}>
                  <Fields
                    aim={aim}
                    others={others}
                    mixable={mixable}
                    departments={draft.departments}
                    disabled={disabled}
                    onChange={(next) => {
                      onChange(aims.with(index, next));
                    }}
                  />
                </div>
                <AimCost aim={aim} draft={draft} />
              </div>
            </li>
          );
        })}
      </ul>
      <AimsCost draft={draft} />
      {!disabled && (
        <div ref={adds} className={page.buttons}>
          {offered.map((kind) => {
            const begun = aims.length < mostAims ? aimKind(kind).begin(aims, mixable) : undefined;
            return (
              <Button
                key={kind}
                disabled={begun === undefined}
                onClick={() => {
                  if (begun !== undefined) add(begun);
                }}
              >
                {t(`aim.add.${kind}`)}
              </Button>
            );
          })}
        </div>
      )}
    </fieldset>
  );
}

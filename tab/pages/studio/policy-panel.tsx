import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { DraftDto } from '../../../src/draft/api-contract';
import type { PairingPolicy } from '../../../src/domain/pairing-contract';
import { useAnnounce } from '../../components/announcer';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { areWhole } from './aim-kinds';
import { differingParts } from './choice-sets';
import { PolicyFields } from './policy-fields';
import { PolicyPresets } from './policy-presets';
import type { Choices } from './use-choices';

interface Props {
  readonly draft: DraftDto;
  readonly choices: Choices;
  readonly busy: boolean;
  /** Starts a run with what was saved. */
  readonly onRun: (policy: PairingPolicy) => void;
}

/** What is being changed, and the saved policy it began from. */
interface Edited {
  readonly base: PairingPolicy;
  readonly value: PairingPolicy;
}

/** What counts in the choice of pairs, to read and to change; it holds at the next run. What somebody else saves meanwhile is never overwritten unseen. */
export function PolicyPanel({ draft, choices, busy, onRun }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const [edited, setEdited] = useState<Edited>();
  const saved = choices.next.policy;
  const policy = edited?.value ?? saved;
  const changed = differingParts(saved, policy).length > 0;
  const conflict = edited !== undefined && changed && differingParts(edited.base, saved).length > 0;
  const whole = areWhole(policy.aims);
  const closed = draft.state !== 'ready' && draft.state !== 'failed';
  const change = (value: PairingPolicy): void => {
    setEdited({ base: edited?.base ?? saved, value });
  };

  async function save(base: PairingPolicy, run: boolean): Promise<void> {
    const done = await choices.change((newest) =>
      differingParts(newest.policy, base).length === 0 ? { policy } : undefined,
    );
    if (done !== 'saved') return;
    setEdited(undefined);
    announce(t('policy.saved'));
    if (run) onRun(policy);
  }

  return (
    <Section title={t('policy.title')}>
      <p className={page.quiet}>{t('policy.text')}</p>
      {closed && <p className={page.quiet}>{t('policy.closed')}</p>}
      {!closed && (
        <PolicyPresets
          onChoose={(preset) => {
            change({ ...preset, aims: policy.aims });
          }}
          onReset={() => {
            change(draft.choices.policy);
          }}
        />
      )}
      <PolicyFields policy={policy} draft={draft} disabled={closed} onChange={change} />
      <p className={page.quiet}>{t('policy.always')}</p>
      {conflict && (
        <Notice title={t('policy.conflict')} text={t('policy.conflict-text')}>
          <div className={page.buttons}>
            <Button disabled={!whole} onClick={() => void save(saved, false)}>
              {t('policy.keep-mine')}
            </Button>
            <Button
              onClick={() => {
                setEdited(undefined);
              }}
            >
              {t('policy.take-theirs')}
            </Button>
          </div>
        </Notice>
      )}
      {!closed && !conflict && (
        <>
          {changed && <p className={page.text}>{t(whole ? 'policy.unsaved' : 'aim.incomplete')}</p>}
          <div className={page.buttons}>
            <Button
              appearance={changed ? 'primary' : 'secondary'}
              disabled={!changed || !whole || busy}
              onClick={() => void save(edited?.base ?? saved, true)}
            >
              {t('policy.save-run')}
            </Button>
            <Button disabled={!changed || !whole} onClick={() => void save(edited?.base ?? saved, false)}>
              {t('policy.save')}
            </Button>
            <Button
              disabled={!changed}
              onClick={() => {
                setEdited(undefined);
              }}
            >
              {t('policy.undo')}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}

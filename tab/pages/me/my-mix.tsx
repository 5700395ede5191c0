import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ageBands, genders, type MixAttribute, type MixValue } from '../../../src/domain/diversity';
import type { Action } from '../../../src/domain/actions';
import type { MyPage } from '../../../src/own-page/api-contract';
import { LabelledSelect } from '../../components/labelled-select';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useStep } from './use-step';

type OwnMix = NonNullable<NonNullable<MyPage['me']>['mix']>;

/** What the reader may say of themselves for the mix of the programme: what for, who sees it, a yes for each and the way back. */
export function MyMix({ programmeId, mix }: { readonly programmeId: string; readonly mix: OwnMix }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const asked = mix.gender === undefined ? 'ageBand' : mix.ageBand === undefined ? 'gender' : 'both';
  return (
    <Section title={t('me.mix')}>
      <p className={page.quiet}>{t('me.mix-what', { asked })}</p>
      {mix.gender !== undefined && (
        <Question programmeId={programmeId} attribute="gender" values={genders} said={mix.gender} />
      )}
      {mix.ageBand !== undefined && (
        <Question programmeId={programmeId} attribute="ageBand" values={ageBands} said={mix.ageBand} />
      )}
    </Section>
  );
}

interface Props<V extends MixValue> {
  readonly programmeId: string;
  readonly attribute: MixAttribute;
  readonly values: readonly V[];
  readonly said: { readonly value?: V | undefined; readonly since?: string | undefined };
}

function Question<V extends MixValue>({ programmeId, attribute, values, said }: Props<V>): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const step = useStep(programmeId);
  const [chosen, setChosen] = useState<string>();
  const stored = said.value ?? '';
  const value = chosen ?? stored;
  const save = { verb: 'mix/save', programmeId, attribute, [attribute]: value } as Action;

  async function send(action: Action, done: 'me.mix-saved' | 'me.mix-withdrawn'): Promise<void> {
    if (await step.send(action, done)) setChosen(undefined);
  }

  return (
    <div className={page.stack}>
      <LabelledSelect
        label={
          said.since === undefined
            ? t(`me.mix-${attribute}`)
            : t('me.mix-since', { label: t(`me.mix-${attribute}`), date: format.date(said.since) })
        }
        value={value}
        onChoose={setChosen}
      >
        {stored === '' && <option value="">{t('me.mix-not-said')}</option>}
        {values.map((one) => (
          <option key={one} value={one}>
            {t(`mix.${one}`)}
          </option>
        ))}
      </LabelledSelect>
      {step.problem !== undefined && <ProblemNotice problem={step.problem} />}
      <div className={page.buttons}>
        <Button
          disabled={step.busy || value === '' || value === stored}
          onClick={() => void send(save, 'me.mix-saved')}
        >
          {t(stored === '' ? `me.mix-save-${attribute}` : `me.mix-change-${attribute}`)}
        </Button>
        {stored !== '' && (
          <Button
            disabled={step.busy}
            onClick={() => void send({ verb: 'mix/withdraw', programmeId, attribute }, 'me.mix-withdrawn')}
          >
            {t(`me.mix-withdraw-${attribute}`)}
          </Button>
        )}
      </div>
    </div>
  );
}

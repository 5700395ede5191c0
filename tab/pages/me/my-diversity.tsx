import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ageBands, genders, type DiversityAttribute, type DiversityValue } from '../../../src/domain/diversity';
import type { Action } from '../../../src/dispatch/actions';
import type { OwnFacts } from '../../../src/own-page/api-contract';
import { LabelledSelect } from '../../components/labelled-select';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

type OwnDiversity = NonNullable<OwnFacts['diversity']>;

/** What the reader may say of themselves for the mix of the programme: what for, who sees it, a yes for each and the way back. */
export default function MyDiversity({
  programmeId,
  diversity,
}: {
  readonly programmeId: string;
  readonly diversity: OwnDiversity;
}): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const asked = diversity.gender === undefined ? 'ageBand' : diversity.ageBand === undefined ? 'gender' : 'both';
  return (
    <Section title={t('me.diversity')}>
      <p className={page.quiet}>{t('me.diversity-what', { asked })}</p>
      {diversity.gender !== undefined && (
        <Question programmeId={programmeId} attribute="gender" values={genders} said={diversity.gender} />
      )}
      {diversity.ageBand !== undefined && (
        <Question programmeId={programmeId} attribute="ageBand" values={ageBands} said={diversity.ageBand} />
      )}
    </Section>
  );
}

interface Props<V extends DiversityValue> {
  readonly programmeId: string;
  readonly attribute: DiversityAttribute;
  readonly values: readonly V[];
  readonly said: { readonly value?: V | undefined; readonly since?: string | undefined };
}

function Question<V extends DiversityValue>({ programmeId, attribute, values, said }: Props<V>): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const doing = useAction(programmeId);
  const [chosen, setChosen] = useState<string>();
  const stored = said.value ?? '';
  const value = chosen ?? stored;
  const save = { verb: 'diversity/save', programmeId, attribute, [attribute]: value } as Action;

  async function send(action: Action, done: 'me.diversity-saved' | 'me.diversity-withdrawn'): Promise<void> {
    if (await doing.send(action, done)) setChosen(undefined);
  }

  return (
    <div className={page.stack}>
      <LabelledSelect
        label={
          said.since === undefined
            ? t(`me.diversity-${attribute}`)
            : t('me.diversity-since', { label: t(`me.diversity-${attribute}`), date: format.date(said.since) })
        }
        value={value}
        onChoose={setChosen}
      >
        {stored === '' && <option value="">{t('me.diversity-not-said')}</option>}
        {values.map((one) => (
          <option key={one} value={one}>
            {t(`diversity.${one}`)}
          </option>
        ))}
      </LabelledSelect>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button
          disabled={doing.busy || value === '' || value === stored}
          onClick={() => void send(save, 'me.diversity-saved')}
        >
          {t(stored === '' ? `me.diversity-save-${attribute}` : `me.diversity-change-${attribute}`)}
        </Button>
        {stored !== '' && (
          <Button
            disabled={doing.busy}
            onClick={() => void send({ verb: 'diversity/withdraw', programmeId, attribute }, 'me.diversity-withdrawn')}
          >
            {t(`me.diversity-withdraw-${attribute}`)}
          </Button>
        )}
      </div>
    </div>
  );
}

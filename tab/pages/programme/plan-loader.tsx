import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { planAnswerSchema } from '../../../src/hr-page/programme-api-contract';
import type { ProgrammePlan } from '../../../src/domain/programme-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { FilePicker } from '../../components/file-picker';
import { ObjectiveList } from '../../components/objective-list';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { PlanFaults } from './plan-faults';
import { readPlan, type PlanIssue } from './plan-issues';
import { PlanProblem } from './plan-problem';

interface Props {
  /** The programme whose plan is replaced, with the version that was read; absent for a new one. */
  readonly existing?: { readonly id: string; readonly version: string };
  readonly onSaved: (plan: ProgrammePlan) => void;
}

type Chosen =
  | { readonly kind: 'none' }
  | { readonly kind: 'faulty'; readonly name: string; readonly issues: readonly PlanIssue[] }
  | { readonly kind: 'good'; readonly name: string; readonly plan: ProgrammePlan };

/** Chooses a programme file, shows what it says or what must be mended, and saves it once it is confirmed. */
export function PlanLoader({ existing, onSaved }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const save = useCommand(existing === undefined ? '/' : `/programmes/${existing.id}`);
  const [chosen, setChosen] = useState<Chosen>({ kind: 'none' });

  async function choose(file: File): Promise<void> {
    save.forget();
    const read = readPlan(await file.text(), t);
    const other = read.ok && existing !== undefined && read.plan.id !== existing.id;
    if (!read.ok) setChosen({ kind: 'faulty', name: file.name, issues: read.issues });
    else if (other)
      setChosen({
        kind: 'faulty',
        name: file.name,
        issues: [{ path: 'id', words: t('plan.issue.other-id', { id: existing.id }) }],
      });
    else setChosen({ kind: 'good', name: file.name, plan: read.plan });
    announce(read.ok && !other ? t('plan.read', { name: file.name }) : t('plan.faulty', { name: file.name }));
  }

  async function confirm(plan: ProgrammePlan, leaving = false): Promise<void> {
    const saved = await save.run({
      method: 'PUT',
      path: `/programmes/${plan.id}/plan${leaving ? '?leaving=yes' : ''}`,
      schema: planAnswerSchema,
      body: plan,
      headers: existing === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${existing.version}"` },
    });
    if (saved === undefined) return;
    setChosen({ kind: 'none' });
    announce(t('plan.saved'));
    onSaved(saved.plan);
  }

  return (
    <>
      <FilePicker
        label={t('plan.choose')}
        hint={t('plan.hint')}
        accept=".json,application/json"
        primary={chosen.kind !== 'good'}
        onFile={(file) => void choose(file)}
      />
      {save.problem !== undefined && (
        <PlanProblem
          problem={save.problem}
          busy={save.busy}
          onLeave={() => {
            if (chosen.kind === 'good') void confirm(chosen.plan, true);
          }}
        />
      )}
      {chosen.kind === 'faulty' && <PlanFaults name={chosen.name} issues={chosen.issues} />}
      {chosen.kind === 'good' && (
        <>
          <PlanSummary plan={chosen.plan} name={chosen.name} />
          <div className={page.buttons}>
            <Button appearance="primary" disabled={save.busy} onClick={() => void confirm(chosen.plan)}>
              {t('plan.save')}
            </Button>
            <Button
              onClick={() => {
                setChosen({ kind: 'none' });
              }}
            >
              {t('confirm.cancel')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function PlanSummary({ plan, name }: { readonly plan: ProgrammePlan; readonly name: string }): ReactNode {
  const page = usePageStyles();
  const { t, format, language } = useWords();
  return (
    <div className={page.columns}>
      <Section title={t('plan.summary', { name })}>
        <p className={page.text}>{plan.name[language]}</p>
        <p className={page.text}>
          {t('programme.dates', {
            start: format.day(plan.startsOn),
            months: plan.months,
            format: t(`programme.format.${plan.format}`),
          })}
        </p>
        <p className={page.text}>
          {plan.sponsor === undefined ? t('sponsor.none') : t('sponsor.is', { name: plan.sponsor.name })}
        </p>
        <p className={page.text}>
          {plan.channel === undefined
            ? t('channel.none')
            : t('channel.is', { team: plan.channel.team, channel: plan.channel.channel })}
        </p>
        {plan.pilot !== undefined && (
          <p className={page.text}>{t('plan.pilot', { count: plan.pilot.goesOnIf.length })}</p>
        )}
      </Section>
      <ObjectiveList objectives={plan.objectives} />
    </div>
  );
}

import { useState, type ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { planAnswerSchema } from '../../../src/hr-page/programme-api-contract';
import type { ProgrammePlan } from '../../../src/domain/programme-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { MixFields } from './diversity-fields';
import { PeopleFields } from './people-fields';
import { useOfferedPeople } from './offered-people';
import { PersonFields, TextField } from './person-fields';
import {
  isChanged,
  overtaken,
  settingNames,
  settingsOf,
  withEdits,
  type PlanEdits,
  type PlanSettings,
  type SettingName,
} from './plan-edits';
import { PlanFaults } from '../programme/plan-faults';
import { readPlan, type PlanIssue } from '../programme/plan-issues';
import { PlanProblem } from '../programme/plan-problem';

/** Channel, sponsor, administrators, assistants and what people may say for the mix: what may change at any time, and nobody's change is lost. */
export function PlanSettingsForm({
  plan,
  version,
}: {
  readonly plan: ProgrammePlan;
  readonly version: string;
}): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const save = useCommand(`/programmes/${plan.id}`);
  const [edits, setEdits] = useState<PlanEdits>({});
  const [issues, setIssues] = useState<readonly PlanIssue[]>([]);
  const [wanted, setWanted] = useState(false);
  const stored = settingsOf(plan);
  const offered = useOfferedPeople(
    plan.id,
    wanted,
    [stored.sponsor, ...stored.administrators].map(({ email }) => email),
  );
  const shown: PlanSettings = {
    channel: edits.channel?.to ?? stored.channel,
    sponsor: edits.sponsor?.to ?? stored.sponsor,
    administrators: edits.administrators?.to ?? stored.administrators,
    delegates: edits.delegates?.to ?? stored.delegates,
    diversity: edits.diversity?.to ?? stored.diversity,
  };
  const behind = overtaken(stored, edits);

  function edit<K extends SettingName>(name: K, to: PlanSettings[K]): void {
    setEdits((before) => ({ ...before, [name]: { from: before[name]?.from ?? stored[name], to } }));
  }

  function settle(mine: boolean): void {
    setEdits((before) =>
      Object.fromEntries(
        settingNames.flatMap((name) => {
          const one = before[name];
          if (one === undefined || (!mine && behind.includes(name))) return [];
          return [[name, { from: stored[name], to: one.to }]];
        }),
      ),
    );
    save.forget();
  }

  async function send(leaving = false): Promise<void> {
    const read = readPlan(JSON.stringify(withEdits(plan, edits)), t);
    setIssues(read.ok ? [] : read.issues);
    if (!read.ok) return;
    const saved = await save.run({
      method: 'PUT',
      path: `/programmes/${plan.id}/plan${leaving ? '?leaving=yes' : ''}`,
      schema: planAnswerSchema,
      body: read.plan,
      headers: { 'if-match': `"${version}"` },
    });
    if (saved === undefined) return;
    setEdits({});
    announce(t('settings.saved'));
  }

  return (
    <>
      <Section title={t('settings.channel')}>
        <p className={page.quiet}>{t('settings.channel-what')}</p>
        <div className={page.bar}>
          <TextField
            label={t('settings.team')}
            value={shown.channel.team}
            onChange={(team) => {
              edit('channel', { ...shown.channel, team });
            }}
          />
          <TextField
            label={t('settings.channel-name')}
            value={shown.channel.channel}
            onChange={(channel) => {
              edit('channel', { ...shown.channel, channel });
            }}
          />
        </div>
      </Section>
      <div
        className={page.stack}
        onFocus={() => {
          setWanted(true);
        }}
      >
        <Section title={t('settings.sponsor')}>
          <p className={page.quiet}>{t('settings.sponsor-what')}</p>
          <PersonFields
            person={shown.sponsor}
            offered={offered}
            onChange={(person) => {
              edit('sponsor', person);
            }}
          />
        </Section>
        <PeopleFields
          title={t('settings.administrators')}
          detail={t('settings.administrators-what')}
          add={t('settings.administrators-add')}
          people={shown.administrators}
          most={20}
          offered={offered}
          onChange={(people) => {
            edit('administrators', people);
          }}
        />
      </div>
      <div
        className={page.stack}
        onFocus={() => {
          setWanted(true);
        }}
      >
        <PeopleFields
          title={t('settings.delegates')}
          detail={t('settings.delegates-what')}
          add={t('settings.delegates-add')}
          people={shown.delegates}
          most={60}
          mentees={offered.mentees}
          onChange={(people) => {
            edit('delegates', people);
          }}
        />
      </div>
      <MixFields
        diversity={shown.diversity}
        onChange={(diversity) => {
          edit('diversity', diversity);
        }}
      />
      {issues.length > 0 && <PlanFaults name={t('settings.these')} issues={issues} />}
      {save.problem !== undefined && (
        <PlanProblem problem={save.problem} busy={save.busy} onLeave={() => void send(true)} />
      )}
      {behind.length > 0 && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{t('settings.overtaken')}</MessageBarTitle>
            {t('settings.overtaken-what', { parts: behind.map((name) => t(`settings.${name}`)).join(', ') })}
          </MessageBarBody>
          <MessageBarActions>
            <Button
              onClick={() => {
                settle(false);
              }}
            >
              {t('settings.take-theirs')}
            </Button>
            <Button
              onClick={() => {
                settle(true);
              }}
            >
              {t('settings.keep-mine')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={page.buttons}>
        <Button
          appearance="primary"
          disabled={save.busy || behind.length > 0 || !isChanged(stored, edits)}
          onClick={() => void send()}
        >
          {t('settings.save')}
        </Button>
        <Button
          disabled={!isChanged(stored, edits)}
          onClick={() => {
            setEdits({});
            setIssues([]);
            save.forget();
          }}
        >
          {t('settings.undo')}
        </Button>
      </div>
    </>
  );
}

import type { ProgrammePlan } from '../../../src/domain/programme-contract';
import type { PlanPerson } from './person-fields';

/** What stays changeable once enrolment is open, as the form holds it while it is typed. */
export interface PlanSettings {
  readonly channel: { readonly team: string; readonly channel: string };
  readonly sponsor: PlanPerson;
  readonly administrators: readonly PlanPerson[];
  readonly delegates: readonly PlanPerson[];
  readonly diversity: { readonly gender: boolean; readonly ageBand: boolean };
}
export type SettingName = keyof PlanSettings;
export const settingNames = ['channel', 'sponsor', 'administrators', 'delegates', 'diversity'] as const;

/** What an editor has typed, and what stood there when they began. */
export type PlanEdits = {
  readonly [K in SettingName]?: { readonly from: PlanSettings[K]; readonly to: PlanSettings[K] };
};

/** What the form edits of a plan, with empty values for what the plan does not name. */
export function settingsOf(plan: ProgrammePlan): PlanSettings {
  return {
    channel: plan.channel ?? { team: '', channel: '' },
    sponsor: plan.sponsor ?? { name: '', email: '', language: 'fr' },
    administrators: plan.administrators,
    delegates: plan.delegates,
    diversity: plan.diversity ?? { gender: false, ageBand: false },
  };
}

/** Parts that somebody else has saved otherwise since the editor began with them. */
export function overtaken(stored: PlanSettings, edits: PlanEdits): readonly SettingName[] {
  return settingNames.filter((name) => {
    const edit = edits[name];
    return edit !== undefined && !same(edit.from, stored[name]) && !same(edit.to, stored[name]);
  });
}

/** Whether there is anything to save. */
export function isChanged(stored: PlanSettings, edits: PlanEdits): boolean {
  return settingNames.some((name) => edits[name] !== undefined && !same(edits[name].to, stored[name]));
}

/** The stored plan with what was typed in its place; a part left empty is not there. */
export function withEdits(plan: ProgrammePlan, edits: PlanEdits): unknown {
  const { channel: _channel, sponsor: _sponsor, diversity: _diversity, ...rest } = plan;
  const stored = settingsOf(plan);
  const channel = edits.channel?.to ?? stored.channel;
  const sponsor = edits.sponsor?.to ?? stored.sponsor;
  const diversity = edits.diversity?.to ?? stored.diversity;
  return {
    ...rest,
    ...(channel.team === '' && channel.channel === '' ? {} : { channel }),
    ...(sponsor.name === '' && sponsor.email === '' ? {} : { sponsor }),
    administrators: edits.administrators?.to ?? stored.administrators,
    delegates: edits.delegates?.to ?? stored.delegates,
    ...(diversity.gender || diversity.ageBand ? { diversity } : {}),
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import type { z } from 'zod';
import { programmePlanSchema, type ProgrammePlan } from '../../../src/domain/programme-contract';
import type { Translate } from '../../lib/translate';

/** One thing to mend in a programme file: where, and what. */
export interface PlanIssue {
  readonly path: string;
  readonly words: string;
}

export type ReadPlan =
  { readonly ok: true; readonly plan: ProgrammePlan } | { readonly ok: false; readonly issues: readonly PlanIssue[] };

/** Reads a programme file; every fault is told with its place in the file. Nothing is sent. */
export function readPlan(text: string, t: Translate): ReadPlan {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, issues: [{ path: t('plan.issue.file'), words: t('plan.issue.not-json') }] };
  }
  const parsed = programmePlanSchema.safeParse(content);
  if (parsed.success) return { ok: true, plan: parsed.data };
  return {
    ok: false,
    issues: parsed.error.issues.map((issue) => ({ path: place(issue.path, t), words: wordsOf(issue, t) })),
  };
}

/** `objectives.2.target`, its positions counted from 1 as people count. */
function place(path: readonly PropertyKey[], t: Translate): string {
  if (path.length === 0) return t('plan.issue.file');
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : String(step))).join(' › ');
}

function wordsOf(issue: z.core.$ZodIssue, t: Translate): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('received undefined')
        ? t('plan.issue.missing')
        : t('plan.issue.type', { expected: issue.expected });
    case 'unrecognized_keys':
      return t('plan.issue.unknown', { names: issue.keys.join(', ') });
    case 'invalid_value':
      return t('plan.issue.choice', { choices: issue.values.join(', ') });
    case 'too_small':
      return t('plan.issue.small', { minimum: Number(issue.minimum) });
    case 'too_big':
      return t('plan.issue.big', { maximum: Number(issue.maximum) });
    case 'invalid_format':
      return t('plan.issue.format', { format: issue.format });
    default:
      return t('plan.issue.other');
  }
}

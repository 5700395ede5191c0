import { z } from 'zod';
import { diversityActions } from '../diversity/actions';
import { enrolmentActions } from '../enrolment/actions';
import { ownPageActions } from '../own-page/actions';
import { pairEndingActions } from '../pair-ending/actions';
import { pauseActions } from '../pause/actions';
import { programmeActions } from '../programme/actions';
import { proposalActions } from '../proposal/actions';
import { renewalActions } from '../renewal/actions';
import { sessionActions } from '../session/actions';
import { surveyActions } from '../survey/actions';

/** Everything a person can do by pressing: the same words as verbs of cards and as actions of the tab. One line a feature. */
export const actions = [
  ...programmeActions,
  ...enrolmentActions,
  ...proposalActions,
  ...pairEndingActions,
  ...renewalActions,
  ...pauseActions,
  ...diversityActions,
  ...sessionActions,
  ...surveyActions,
  ...ownPageActions,
] as const;

type Declared = typeof actions;
type SchemasOf<D extends readonly { readonly schema: unknown }[]> = { -readonly [I in keyof D]: D[I]['schema'] };

/** What a card or the tab may send: ids and a revision, and what the person typed or chose. */
export const actionSchema = z.discriminatedUnion(
  'verb',
  actions.map(({ schema }) => schema) as unknown as SchemasOf<Declared>,
);

export type Action = z.infer<typeof actionSchema>;
export type Verb = Action['verb'];

const byVerb = new Map<string, Declared[number]>(actions.map((action) => [verbOf(action), action]));

/** The declaration of a verb. */
export function actionOf(verb: Verb): Declared[number] {
  return byVerb.get(verb) as Declared[number];
}

/** The verb of a declared action. */
export function verbOf({ schema }: Declared[number]): Verb {
  return schema.shape.verb.value;
}

import { z } from 'zod';
import { features, reachesAnswers, reachesPairs, type Feature, type PairFeature } from './features';

type ActionsOf<F> = F extends { readonly actions: readonly (infer A)[] } ? A : never;
type Declared = ActionsOf<Feature>;

/** Everything a person can do by pressing: the same words as verbs of cards and as actions of the tab. */
export const actions: readonly Declared[] = features.flatMap((feature): readonly Declared[] =>
  'actions' in feature ? feature.actions : [],
);

type Schema = Declared['schema'];

/** What a card or the tab may send: ids and a revision, and what the person typed or chose. */
export const actionSchema = z.discriminatedUnion(
  'verb',
  actions.map(({ schema }) => schema) as readonly Schema[] as readonly [Schema, ...Schema[]],
);

export type Action = z.infer<typeof actionSchema>;
export type Verb = Action['verb'];

const byVerb = new Map<string, Declared>(actions.map((action) => [verbOf(action), action]));

/** The declaration of a verb. */
export function actionOf(verb: Verb): Declared {
  return byVerb.get(verb) as Declared;
}

type OfSurveys = Exclude<Declared, ActionsOf<Exclude<Feature, { readonly name: 'survey' | 'needs-poll' }>>>;
type OfPairs = ActionsOf<PairFeature>;

const ofSurveys: ReadonlySet<Declared> = new Set(
  features.filter(reachesAnswers).flatMap((feature): readonly Declared[] => feature.actions),
);
const ofPairs: ReadonlySet<Declared> = new Set(
  features
    .filter(reachesPairs)
    .flatMap((feature): readonly Declared[] => ('actions' in feature ? feature.actions : [])),
);

/** Whether the action may be handed survey answers; one of another feature that asks for them does not compile where it is run. */
export function asksForAnswers(declared: Declared): declared is OfSurveys {
  return ofSurveys.has(declared);
}

/** Whether the action may be handed what belongs to a pair alone; likewise. */
export function asksForPairs(declared: Declared): declared is OfPairs {
  return ofPairs.has(declared);
}

/** The verb of a declared action. */
export function verbOf({ schema }: Declared): Verb {
  const [verb] = schema.shape.verb._zod.def.values;
  return verb as Verb;
}

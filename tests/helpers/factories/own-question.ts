import type { OwnKind, OwnQuestion } from '../../../src/domain/own-questions';

const words = (text: string) => ({ fr: `${text} (fr)`, en: `${text} (en)` });

/** A question of HR's own, of a kind, with what the kind needs. */
export function anOwnQuestion(kind: OwnKind, about: Partial<OwnQuestion> = {}): OwnQuestion {
  return {
    id: `own-${kind}`,
    kind,
    words: words(`About ${kind}`),
    ...(kind === 'scale' ? { ends: { low: words('not at all'), high: words('entirely') } } : {}),
    ...(kind === 'choice' || kind === 'choices' ? { choices: ['one', 'two', 'three'].map(words) } : {}),
    who: 'both',
    surveys: ['baseline', 'closing'],
    place: 'after',
    ...about,
  };
}

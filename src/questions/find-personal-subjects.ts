import type { OwnQuestion } from '../domain/own-questions';
import { foldText } from '../kernel/fold-text';

/** What a works council would not let a survey ask. */
export const personalSubjects = ['health', 'origin', 'age', 'religion', 'union', 'person'] as const;
export type PersonalSubject = (typeof personalSubjects)[number];

/** Words by which such a question is known, in French and in English, without accents. */
const signs: Readonly<Record<PersonalSubject, RegExp>> = {
  health:
    /\b(?:sante|malad|handicap|enceinte|grossesse|medic|depressi|burn.?out|addict|alcool|health|illness|sick|disab|pregnan|alcohol|anxi|therap|stress)/u,
  origin:
    /\b(?:nationalit|ethni|racial|race\b|couleur de (?:la |votre |ta )?peau|skin colou?r|immigr|langue maternelle|mother tongue|native language|origines?\b|origins?\b|pays de naissance|country of birth)/u,
  age: /\b(?:ages?\b|how old|date of birth|year of birth|birthday|date de naissance|annee de naissance|anniversaire)/u,
  religion:
    /\b(?:religi|croyan|priere|cultes?\b|faith|pray|church|mosque|musulman|muslim|chretien|christian|juif|juive|jewish|ramadan)/u,
  union: /\b(?:syndica|syndiqu|trade union|labou?r union|union member|greves?\b|strikes?\b|cgt\b|cfdt\b)/u,
  person:
    /\b(?:prenoms?\b|noms? d(?:e|u|es)?\b|nommez|quel(?:le)? collegue|first names?|surnames?|names? of\b|which colleague|name (?:a|one|the) (?:person|colleague|manager))/u,
};

/** A title and a name, such as `Mme Roux`. */
const titled = /(?:^|[\s(])(?:M\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s\p{Lu}/u;

/** What the words seem to ask for, in either language: a hint by single words, which may be wrong both ways. */
export function findPersonalSubjects(texts: readonly string[]): readonly PersonalSubject[] {
  const folded = texts.map(foldText);
  return personalSubjects.filter(
    (subject) =>
      folded.some((text) => signs[subject].test(text)) ||
      (subject === 'person' && texts.some((text) => titled.test(text))),
  );
}

/** Everything that a question says, in both languages. */
export function textsOf({
  words,
  ends,
  choices = [],
}: Pick<OwnQuestion, 'words' | 'ends' | 'choices'>): readonly string[] {
  return [words, ...(ends === undefined ? [] : [ends.low, ends.high]), ...choices].flatMap(({ fr, en }) => [fr, en]);
}

import type { PersonProfile } from '../../domain/participant';
import type { RuleCode } from '../../domain/pairing';

/** A tie between two people that rules out a pair, whatever else they have in common. */
export type Tie = Extract<RuleCode, 'same-person' | 'reporting-line' | 'same-manager' | 'appraisal' | 'set-apart'>;

export interface TieInput {
  readonly mentors: readonly PersonProfile[];
  readonly mentees: readonly PersonProfile[];
  /** Manager's id by id, also of people who take no part. */
  readonly reportingLines: ReadonlyMap<string, string>;
  /** Mentor and mentee ids of pairs set apart beside the people's own exclusions. */
  readonly setApart: readonly (readonly [mentorId: string, menteeId: string])[];
}

export interface Ties {
  /** Whether this tie is between the two. */
  has(tie: Tie, mentor: number, mentee: number): boolean;
  /** Whether the two are set apart by what HR knows of, whatever they exclude themselves. */
  isToldApart(mentor: number, mentee: number): boolean;
  /** Tells every tie of a mentor with a mentee; some more than once. Time grows with the ties, not with the mentees. */
  each(mentor: number, tell: (mentee: number, tie: Tie) => void): void;
}

/** Finds ties through an organisation with holes and loops; keeps lists of the ties there are, never a matrix. */
export function findTies(input: TieInput): Ties {
  const { mentors, mentees, reportingLines } = input;
  const columns = new Map(mentees.map((person, index) => [person.id, index]));
  const reports = reportsOf(reportingLines);
  const apart = setApartOf(input);
  const toldApart = menteesByMentor(input.setApart);
  const panels = panelsOf(input);
  const idOf = (people: readonly PersonProfile[], index: number): string => (people[index] as PersonProfile).id;

  const menteesAmong = (ids: Iterable<string>): readonly number[] =>
    [...ids].flatMap((one) => {
      const mentee = columns.get(one);
      return mentee === undefined ? [] : [mentee];
    });
  // Everybody under one manager has the same people above and beside.
  const known = new Map<string, { readonly above: readonly number[]; readonly beside: readonly number[] }>();
  const around = (
    id: string,
    manager: string,
  ): { readonly above: readonly number[]; readonly beside: readonly number[] } => {
    const found = known.get(manager) ?? {
      above: menteesAmong(chainOf(id, reportingLines)),
      beside: menteesAmong(reports.get(manager) ?? []),
    };
    known.set(manager, found);
    return found;
  };

  const below = (id: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const report of reports.get(next) ?? []) {
        if (seen.has(report)) continue;
        seen.add(report);
        waiting.push(report);
      }
    }
    return seen;
  };

  return {
    has: (tie, mentor, mentee) => {
      const [one, other] = [idOf(mentors, mentor), idOf(mentees, mentee)];
      switch (tie) {
        case 'same-person':
          return one === other;
        case 'reporting-line':
          return chainOf(one, reportingLines).has(other) || chainOf(other, reportingLines).has(one);
        case 'same-manager':
          return reportingLines.has(one) && reportingLines.get(one) === reportingLines.get(other);
        case 'appraisal':
          return panels.get(one)?.has(other) ?? false;
        case 'set-apart':
          return apart.get(one)?.has(other) ?? false;
      }
    },
    isToldApart: (mentor, mentee) => toldApart.get(idOf(mentors, mentor))?.has(idOf(mentees, mentee)) ?? false,
    each: (mentor, tell) => {
      const id = idOf(mentors, mentor);
      const told = (ids: Iterable<string>, tie: Tie): void => {
        for (const mentee of menteesAmong(ids)) tell(mentee, tie);
      };
      told([id], 'same-person');
      const manager = reportingLines.get(id);
      if (manager !== undefined) {
        const { above, beside } = around(id, manager);
        for (const mentee of above) tell(mentee, 'reporting-line');
        for (const mentee of beside) tell(mentee, 'same-manager');
      }
      if (reports.has(id)) told(below(id), 'reporting-line');
      told(panels.get(id) ?? [], 'appraisal');
      told(apart.get(id) ?? [], 'set-apart');
    },
  };
}

/** Everybody above a person, each once, so that it ends on a loop. */
function chainOf(id: string, reportingLines: ReadonlyMap<string, string>): ReadonlySet<string> {
  const chain = new Set<string>();
  for (let next = reportingLines.get(id); next !== undefined && !chain.has(next); next = reportingLines.get(next))
    chain.add(next);
  return chain;
}

/** Mentee ids by mentor id, where either would not be paired with the other or the two are set apart. */
function setApartOf({ mentors, mentees, setApart }: TieInput): ReadonlyMap<string, ReadonlySet<string>> {
  return menteesByMentor([
    ...mentors.flatMap((person) => person.exclude.map((other) => [person.id, other] as const)),
    ...mentees.flatMap((person) => person.exclude.map((other) => [other, person.id] as const)),
    ...setApart,
  ]);
}

/** Mentee ids by mentor id, where one of the two is on the other's appraisal panel. */
function panelsOf({ mentors, mentees }: TieInput): ReadonlyMap<string, ReadonlySet<string>> {
  return menteesByMentor([
    ...mentors.flatMap((person) => (person.appraisedBy ?? []).map((other) => [person.id, other] as const)),
    ...mentees.flatMap((person) => (person.appraisedBy ?? []).map((other) => [other, person.id] as const)),
  ]);
}

function menteesByMentor(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const mentees = new Map<string, Set<string>>();
  for (const [mentor, mentee] of pairs) {
    const known = mentees.get(mentor);
    if (known === undefined) mentees.set(mentor, new Set([mentee]));
    else known.add(mentee);
  }
  return mentees;
}

function reportsOf(reportingLines: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const reports = new Map<string, string[]>();
  for (const [id, manager] of reportingLines) {
    const known = reports.get(manager);
    if (known === undefined) reports.set(manager, [id]);
    else known.push(id);
  }
  return reports;
}

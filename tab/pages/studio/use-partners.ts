import { useEffect, useMemo } from 'react';
import { draftPartnersSchema, type DraftPartnersDto } from '../../../src/draft/api-contract';
import type { Side } from '../../../src/domain/proposal';
import type { ShownProblem } from '../../api/api-client';
import { usePages } from '../../api/use-resource';
import type { Scores } from './rank-moves';
import { draftPath } from './use-draft';

/** More pages than a draft has. */
const everyPage = 10_000;
const rarely = 600_000;

export interface Partners {
  /** Absent while they are looked for. */
  readonly scores: Scores | undefined;
  readonly problem: ShownProblem | undefined;
  readonly retry: () => void;
}

/** Whom no rule keeps from somebody of a draft, with the points; looked for again when the draft has changed. */
export function usePartners(
  programmeId: string,
  draftId: string,
  revision: number,
  { id, side }: { readonly id: string; readonly side: Side },
): Partners {
  const path = `${draftPath(programmeId, draftId)}/partners?person=${encodeURIComponent(id)}&side=${side}`;
  const { value, problem, refresh } = usePages(path, draftPartnersSchema, joinPartners, everyPage, rarely);
  const fresh = value !== undefined && value.revision >= revision;
  useEffect(() => {
    if (value !== undefined && !fresh) void refresh();
  }, [value, fresh, refresh]);
  const scores = useMemo(
    () => (fresh ? new Map(value.partners.map((one) => [one.id, one.score] as const)) : undefined),
    [fresh, value],
  );
  return { scores, problem: fresh ? undefined : problem, retry: () => void refresh() };
}

/** A draft that was changed between two pages has the older revision, so that it is looked at again. */
function joinPartners(one: DraftPartnersDto, two: DraftPartnersDto): DraftPartnersDto {
  return { revision: Math.min(one.revision, two.revision), partners: [...one.partners, ...two.partners] };
}

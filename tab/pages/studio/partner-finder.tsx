import { useMemo, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { DraftListDto } from '../../../src/draft/api-contract';
import { Loading } from '../../components/loading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';
import { MoveList, type HandDraft } from './move-list';
import { opposite, rankMoves, type RankedMove, type Seeker } from './rank-moves';
import { usePartners, type Partners } from './use-partners';

interface Props extends HandDraft {
  readonly list: DraftListDto;
  readonly seeker: Seeker;
}

const shownFirst = 10;

/** Everybody possible for one person, the best first, with what each would change. */
export function PartnerFinder(props: Props): ReactNode {
  const { seeker } = props;
  return seeker.from === undefined ? (
    <ForOneMore {...props} />
  ) : (
    <ForAnother {...props} seeker={{ ...seeker, from: seeker.from }} />
  );
}

function ForOneMore(props: Props): ReactNode {
  const { programmeId, draftId, revision, seeker } = props;
  const own = usePartners(programmeId, draftId, revision, { id: seeker.person.id, side: seeker.side });
  return <Ranked {...props} needs={[own]} />;
}

/** Whoever changes partners with the person takes their present one, so that one's points are needed too. */
function ForAnother(props: Props & { readonly seeker: Required<Seeker> }): ReactNode {
  const { programmeId, draftId, revision, seeker } = props;
  const across = opposite(seeker.side);
  const own = usePartners(programmeId, draftId, revision, { id: seeker.person.id, side: seeker.side });
  const other = usePartners(programmeId, draftId, revision, { id: seeker.from[across].id, side: across });
  return <Ranked {...props} needs={[own, other]} />;
}

function Ranked({ needs, list, seeker, ...draft }: Props & { readonly needs: readonly Partners[] }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const [shown, setShown] = useState(shownFirst);
  const [own, other] = needs.map(({ scores }) => scores);
  const ready = needs.every(({ scores }) => scores !== undefined);
  const moves = useMemo(
    () => (ready && own !== undefined ? rankMoves(list, seeker, own, other) : []),
    [ready, list, seeker, own, other],
  );
  const failed = needs.find(({ problem }) => problem !== undefined);
  if (failed?.problem !== undefined) return <ProblemNotice problem={failed.problem} onRetry={failed.retry} />;
  if (!ready) return <Loading label={t('studio.hand-finding')} />;
  return (
    <>
      <p className={page.text} role="status">
        {t('studio.hand-found', { count: moves.length, name: seeker.person.name })}
      </p>
      <MoveList {...draft} moves={moves.slice(0, shown).map((one) => ({ move: one.move, gain: gainOf(one) }))} />
      {moves.length > shown && (
        <div>
          <Button
            onClick={() => {
              setShown(shown + shownFirst);
            }}
          >
            {t('studio.hand-more')}
          </Button>
        </div>
      )}
    </>
  );

  function gainOf({ pairs, points }: RankedMove): string {
    const sign = points > 0 ? '+' : points < 0 ? '−' : '±';
    return t('studio.hand-gain', { pairs, points: `${sign}${format.number(Math.abs(points))}` });
  }
}

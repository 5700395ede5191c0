import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { Redirect, useParams } from 'wouter';
import { myPageSchema, type MyPage as MyPageDto } from '../../../src/own-page/api-contract';
import { useResource } from '../../api/use-resource';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { ledHere } from '../../lib/history-state';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { InZone } from '../../lib/in-zone';
import { useMe } from '../../lib/me-context';
import type { Translate } from '../../lib/translate';
import { useWords } from '../../lib/words-context';
import { RematchChoice } from './leave-pair';
import { LeaveProgramme } from './leave-programme';
import { MyPairSection } from './my-pair';
import { MyPause } from './my-pause';
import { MyProfile } from './my-profile';
import { StepCard } from './step-card';
import { stepKey } from './step-key';
import { waitsForAnswer } from './waits-for-answer';

/** Of assistants alone, below what waits for an answer, or in some programmes: their code comes after the page. */
const AssistedSessions = lazy(() => import('./assisted-sessions'));
const MyComments = lazy(() => import('./my-comments'));
const MyDiversity = lazy(() => import('./my-diversity'));

/** A participant's own page: what they can do now, their pair, their next session and what was; for an assistant, times only. */
export function MyPage(): ReactNode {
  const { id } = useParams();
  const me = useMe();
  const { t } = useWords();
  if (id !== undefined) return <Own id={id} />;
  const first = me.programmes.find(({ roles }) => roles.includes('participant') || roles.includes('delegate'));
  if (first !== undefined) return <Redirect to={`/me/${first.id}`} replace state={ledHere} />;
  return <Notice title={t('me.nothing')} text={t('me.nothing-text')} />;
}

function Own({ id }: { readonly id: string }): ReactNode {
  const resource = useResource(`/programmes/${id}/me`, myPageSchema);
  return (
    <ResourceView resource={resource}>
      {(value) => (
        <InZone timeZone={value.timeZone}>
          <MyBody page={value} />
        </InZone>
      )}
    </ResourceView>
  );
}

function MyBody({ page: mine }: { readonly page: MyPageDto }): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const { me } = mine;
  const [editing, setEditing] = useState(false);
  // Moving a session is offered beside it, not as something that waits for an answer.
  const waiting = mine.steps.filter((step) => step.step !== 'move');
  const moves = mine.steps.filter((step) => step.step === 'move');
  // A poll stays while it is open, and takes the place of nothing.
  const isIdle = waiting.every((step) => step.step === 'needs-poll');
  const ended = mine.pairs.findLast(({ state }) => state !== 'active');
  return (
    <div className={page.page}>
      <PageHeading level={1} title={mine.programmeName[language]} detail={situation(mine, t)} />
      {waiting.map((step) => (
        <StepCard key={stepKey(step)} programmeId={mine.programmeId} step={step} timeZone={mine.timeZone} />
      ))}
      {me?.rematch !== undefined && me.state === 'enrolled' && ended !== undefined && (
        <RematchChoice programmeId={mine.programmeId} pairId={ended.pairId} wish={me.rematch} />
      )}
      {mine.pairs.map((pair) => (
        <MyPairSection
          key={pair.pairId}
          programmeId={mine.programmeId}
          pair={pair}
          timeZone={mine.timeZone}
          move={moves.find(({ pairId }) => pairId === pair.pairId)}
        />
      ))}
      {me !== undefined && (mine.pairs.length === 0 || me.state === 'withdrawn') && isIdle && (
        <Waiting
          page={mine}
          onCorrect={() => {
            setEditing(true);
          }}
        />
      )}
      <Suspense>
        {mine.assisting.map((assisted) => (
          <AssistedSessions
            key={assisted.menteeName}
            programmeId={mine.programmeId}
            assisted={assisted}
            timeZone={mine.timeZone}
          />
        ))}
      </Suspense>
      <Suspense>{me !== undefined && <MyComments programmeId={mine.programmeId} />}</Suspense>
      {me !== undefined && <MyPause programmeId={mine.programmeId} me={me} />}
      <Suspense>
        {me?.diversity !== undefined && <MyDiversity programmeId={mine.programmeId} diversity={me.diversity} />}
      </Suspense>
      {me !== undefined && me.state !== 'withdrawn' && (
        <MyProfile programmeId={mine.programmeId} me={me} editing={editing} onEdit={setEditing} />
      )}
      <LeaveProgramme page={mine} />
    </div>
  );
}

interface WaitingProps {
  readonly page: MyPageDto;
  readonly onCorrect: () => void;
}

function Waiting({ page: mine, onCorrect }: WaitingProps): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const state = mine.me?.state ?? 'imported';
  const standing = mine.me?.standing;
  if (standing !== undefined)
    return (
      <Section title={t(`me.standing.${standing.told}`)}>
        <p className={page.text}>{t(`me.standing-text.${standing.told}`)}</p>
        {standing.advice !== undefined && <p className={page.quiet}>{standing.advice[language]}</p>}
        <div className={page.buttons}>
          <Button onClick={onCorrect}>{t('profile.correct')}</Button>
        </div>
      </Section>
    );
  return (
    <Section title={t(`me.waiting.${state}`)}>
      <p className={page.quiet}>{t(`me.waiting-text.${state}`)}</p>
    </Section>
  );
}

function situation(mine: MyPageDto, t: Translate): string {
  const all = [...mine.steps, ...mine.assisting.flatMap(({ steps }) => steps)];
  const count = all.filter(waitsForAnswer).length;
  return count > 0 ? t('me.steps', { count }) : t('me.no-steps');
}

import type { Instant } from '../kernel/clock';
import { personalWords } from '../pairing/explanation/explain-left-over';
import type { Language } from '../language/languages';
import { readOwnDiversity } from './read-own-diversity';
import type { Member } from '../member/load-member';
import type { PairReading } from '../domain/pair-vault';
import type { ReadOwnSheet } from '../domain/own-sheet';
import type { Ports } from '../domain/ports';
import { isPaused, pauseRange } from '../domain/pause-rules';
import type { MyPage, OwnFacts } from './api-contract';
import { isStated, type Participant } from '../domain/participant';
import { availabilityWords } from '../enrolment/availability-words';
import { listZoneChoices } from '../enrolment/list-zone-choices';
import { readCharter } from '../pair/read-charter';
import { listCharterSteps, ownCharter } from './list-charter-steps';
import { listPersonalSteps } from './list-personal-steps';
import { listPollSteps } from './list-poll-steps';
import { describeOwnPair, startOf } from './describe-own-pair';
import { listAssistantSteps, listPairSteps } from './list-pair-steps';
import { loadOwnPairs, type OwnPair } from './load-own-pairs';

/** A participant's own page: their pairs, what they can do now, what was; for an assistant the times of those they assist. Point reads and short ranges. */
export async function drawMyPage(
  ports: Ports<'programmes' | 'people' | 'secrets' | 'signingKey'> & PairReading,
  { member, ownSheet }: { readonly member: Member; readonly ownSheet: ReadOwnSheet },
  now: Instant,
  language: Language,
): Promise<MyPage> {
  const programme = member.programme.value;
  const programmeId = programme.id;
  const me = member.participant?.value;
  const { culture } = programme.plan;
  const ownPairs = me === undefined ? [] : await loadOwnPairs(ports, programmeId, me.id);
  const [personal, polls] =
    me === undefined
      ? [[], []]
      : await Promise.all([
          listPersonalSteps(ports, programme, me, ownSheet, now),
          listPollSteps(ports, programme, me, now, language),
        ]);
  const withCharter = await Promise.all(
    ownPairs.map(async (it) => ({ it, charter: await readCharter(ports, programmeId, it.pair.value, it.side) })),
  );
  return {
    programmeId,
    programmeName: programme.plan.name,
    programmeState: programme.state,
    months: programme.plan.months,
    timeZone: member.reader.timeZone,
    ...(me === undefined
      ? {}
      : {
          me: {
            ...ownFacts(me, language, now),
            ...standingOf(me, ownPairs.length),
            ...wishOf(me, ownPairs, now),
            ...(await readOwnDiversity(ports, programme, me)),
          },
        }),
    pairs: withCharter.map(({ it, charter }) => ({
      ...describeOwnPair(ports, programmeId, it, culture, now),
      ...ownCharter(charter, language),
    })),
    steps: [
      ...personal,
      ...polls,
      ...withCharter.flatMap(({ it, charter }) => [
        ...listCharterSteps(programmeId, it, charter, culture, now, language),
        ...listPairSteps(programmeId, it, culture, now),
      ]),
    ],
    assisting: await Promise.all(
      member.roles.delegateOf.map((menteeId) => assisted(ports, programmeId, menteeId, now)),
    ).then((all) => all.flat()),
  };
}

/** Where somebody in no pair stands, as they were told. */
function standingOf({ state, standing }: Participant, pairs: number): Pick<OwnFacts, 'standing'> {
  if (state !== 'enrolled' || pairs > 0 || standing === undefined) return {};
  const { told, advice } = standing;
  return { standing: { told, ...(advice === undefined ? {} : { advice: personalWords(advice) }) } };
}

/** What the person wants after a pair; while they may still go on with somebody, that is told with the question. */
function wishOf({ rematch }: Participant, ownPairs: readonly OwnPair[], now: Instant): Pick<OwnFacts, 'rematch'> {
  const undecided = ownPairs.some(({ renewal }) => renewal !== undefined && now < renewal.hearsBy);
  if (rematch === undefined || undecided) return {};
  return { rematch: rematch.wish === 'another' ? 'another' : 'enough' };
}

function ownFacts(me: Participant, language: Language, now: Instant): OwnFacts {
  const { name, role, timeZone, languages, expertise, goals, teachingStyle, learningStyle, pedagogy, openness } =
    me.profile;
  return {
    name,
    role,
    state: me.state,
    timeZone,
    isZoneStated: isStated(me.profile, 'timeZone'),
    zones: [...listZoneChoices(me.profile)],
    languages: isStated(me.profile, 'languages') ? [...languages] : [],
    expertise: expertise.map(({ topic, level }) => ({ topic, level })),
    goals: goals.map(({ topic, priority }) => ({ topic, priority })),
    availability: availabilityWords(me.profile.availability, language),
    capacity: me.profile.capacity,
    ...(teachingStyle === undefined ? {} : { teachingStyle: [...teachingStyle] }),
    ...(learningStyle === undefined ? {} : { learningStyle: [...learningStyle] }),
    ...(pedagogy === undefined ? {} : { pedagogy }),
    ...(openness === undefined ? {} : { openness }),
    ...(isPaused(me, now) && me.pause !== undefined ? { pause: { until: me.pause.until } } : {}),
    ...(me.state === 'enrolled' ? { pauseRange: pauseRange(now, timeZone) } : {}),
  };
}

async function assisted(
  ports: Ports<'programmes'>,
  programmeId: string,
  menteeId: string,
  now: Instant,
): Promise<MyPage['assisting']> {
  const [mentee, ownPairs] = await Promise.all([
    ports.programmes.get(programmeId, 'participant', menteeId),
    loadOwnPairs(ports, programmeId, menteeId),
  ]);
  if (mentee === undefined) return [];
  const asMentee = ownPairs.filter((it) => it.side === 'mentee');
  return [
    {
      menteeName: mentee.value.profile.name,
      sessions: asMentee.flatMap((it) =>
        it.sessions.map((session) => ({
          number: session.number,
          state: session.state,
          ...startOf(session),
          ...(session.booked === undefined ? {} : { end: session.booked.end }),
        })),
      ),
      steps: asMentee.flatMap((it) => listAssistantSteps(programmeId, it, now)),
    },
  ];
}

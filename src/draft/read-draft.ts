import { failureWords } from '../member/failure-words';
import { readNewest } from '../kernel/read-newest';
import { ok, refused, type Result } from '../kernel/result';
import { partKey } from '../people-file/preview-import';
import { unknownWords } from '../pairing/scoring/evaluate-pair';
import { isOwnTopic } from '../catalogues/topics';
import { statable } from '../domain/diversity-rules';
import { byLanguage, type Language } from '../language/languages';
import { unknownRules } from '../domain/pairing';
import { pairingText } from '../pairing/text/pairing-text';
import type { Ports } from '../domain/ports';
import { emptyChoices } from '../domain/draft-rules';
import type { AimCount, DraftChoices, DraftHead, DraftPart } from '../domain/draft';
import type { ChosenDto, DraftDto } from './api-contract';

const partsPerPage = 5;

/** The newest draft, if there is one. */
export async function latestDraftId(ports: Ports<'programmes'>, programmeId: string): Promise<string | undefined> {
  const [latest] = await readNewest(ports.programmes, programmeId, 'draft', 1);
  return latest?.key;
}

/** A draft with one page of its pairs and of the people left over, by name. A page is five parts; the cursor is the number of the next part. */
export async function readDraft(
  ports: Ports<'programmes'>,
  programmeId: string,
  draftId: string,
  cursor: number,
  language: Language,
): Promise<Result<DraftDto, 'not-found'>> {
  const [head, programme] = await Promise.all([
    ports.programmes.get(programmeId, 'draft', draftId),
    ports.programmes.get(programmeId, 'programme', 'programme'),
  ]);
  const mixable = programme === undefined ? [] : statable(programme.value);
  if (head === undefined) return refused('not-found');
  const shown = head.value.state === 'ready' || head.value.state === 'publishing' || head.value.state === 'published';
  const end = shown ? Math.min(cursor + partsPerPage, head.value.partCount) : 0;
  const indexes = Array.from({ length: Math.max(0, end - cursor) }, (_, step) => cursor + step);
  const parts = await Promise.all(
    indexes.map((index) => ports.programmes.get(programmeId, 'draft-part', partKey(draftId, index))),
  );
  const page = parts.flatMap((part) => (part === undefined ? [] : [part.value]));
  const names = await namesOf(ports, programmeId, page);
  const person = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? id });
  return ok({
    ...headDto(head.value, language),
    ...(mixable.length === 0 ? {} : { mixable: [...mixable] }),
    pairs: page.flatMap((part) =>
      part.pairs.map((pair) => ({
        mentor: person(pair.mentorId),
        mentee: person(pair.menteeId),
        score: pair.score,
        topics: pair.topics.filter((topic) => !isOwnTopic(topic)),
        parts: pair.parts.map(({ part: name, points, reason }) => ({ part: name, points, reason })),
        ...(pair.unknown === undefined ? {} : { unknown: pair.unknown.map(unknownWords) }),
      })),
    ),
    unpaired: page.flatMap((part) =>
      part.unpaired.map((left) => ({
        person: person(left.participantId),
        role: left.role,
        reasons: left.reasons.map(({ fr, en }) => ({ fr, en })),
      })),
    ),
    ...(end < head.value.partCount && shown ? { next: String(end) } : {}),
  });
}

function headDto(head: DraftHead, language: Language): Omit<DraftDto, 'pairs' | 'unpaired' | 'next' | 'mixable'> {
  const { id, state, seed, createdAt, unpairedCount, total, upperBound, optimal, inputHash, revision } = head;
  const reason = head.reason === undefined ? {} : { reason: failureWords(head.reason, language) };
  return {
    id,
    state,
    seed,
    ...(head.jobId === undefined ? {} : { jobId: head.jobId }),
    createdAt,
    pairCount: head.pairs,
    unpairedCount,
    total,
    upperBound,
    optimal,
    inputHash,
    revision,
    ...(head.seen === undefined ? {} : { seen: { ...head.seen, heldNames: [...head.seen.heldNames] } }),
    ...(head.managersUnknown === undefined ? {} : { managersUnknown: head.managersUnknown }),
    unknownRules: unknownRules.flatMap((rule) => {
      const count = head.unknownRules?.[rule] ?? 0;
      const words = byLanguage((one) => pairingText(one, `summary-unknown.${rule}`, { count }));
      return count === 0 ? [] : [{ rule, pairs: count, ...words }];
    }),
    choices: choicesDto(head.choices ?? emptyChoices),
    ...(head.pending === undefined ? {} : { pending: choicesDto(head.pending) }),
    coverage: (head.coverage ?? []).map(({ by, group, side, volunteers, placed }) => ({
      by,
      group,
      side,
      volunteers,
      placed,
    })),
    departments: [...(head.departments ?? [])],
    aims: (head.aims ?? []).map(({ fights, ...aim }) => ({ ...aim, ...(fights && { fights: [...fights] }) })),
    ...(head.handAims === undefined ? {} : { handAims: head.handAims.map(aimCount) }),
    ...(head.totalWithoutAims === undefined ? {} : { totalWithoutAims: head.totalWithoutAims }),
    refusedLocks: (head.refusedLocks ?? []).map(({ mentorId, menteeId, fr, en }) => ({
      pair: [mentorId, menteeId],
      fr,
      en,
    })),
    notAsked: (head.notAsked ?? []).map(([mentor, mentee]) => [mentor, mentee]),
    help: (head.help ?? []).map(({ fr, en }) => ({ fr, en })),
    ...(head.renewal === undefined ? {} : { renewal: { until: head.renewal.until } }),
    ...reason,
  };
}

function aimCount(one: AimCount | null): AimCount | null {
  return one === null ? null : { met: one.met, reached: one.reached, asked: one.asked };
}

function choicesDto({ policy, locked, apart }: DraftChoices): ChosenDto {
  return {
    policy,
    locked: locked.map(([mentor, mentee]) => [mentor, mentee]),
    apart: apart.map(([mentor, mentee]) => [mentor, mentee]),
  };
}

async function namesOf(
  ports: Ports<'programmes'>,
  programmeId: string,
  parts: readonly DraftPart[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    parts.flatMap((part) => [
      ...part.pairs.flatMap((pair) => [pair.mentorId, pair.menteeId]),
      ...part.unpaired.map((left) => left.participantId),
    ]),
  );
  const people = await Promise.all([...ids].map((id) => ports.programmes.get(programmeId, 'participant', id)));
  return new Map(
    people.flatMap((person) => (person === undefined ? [] : [[person.key, person.value.profile.name] as const])),
  );
}

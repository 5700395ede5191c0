import {
  changeDraftSchema,
  draftChangeSchema,
  draftListSchema,
  draftSchema,
  draftsSchema,
  saveChoicesSchema,
  type DraftDto,
  type DraftListDto,
} from '../../../src/draft/api-contract';
import type { DraftListPair } from '../../../src/draft/model';
import { jobListSchema, jobSchema, type JobDto } from '../../../src/work/api-contract';
import type { FakeApi, Reply, Seen } from './fake-api';
import { olderDraft } from './drafts';
import { draft, programmeId } from './fixtures';

const base = `/programmes/${programmeId}`;
const partsPerPage = 5;
const pairsPerPart = 20;

/** A draft as the server holds it: the head with every pair and its reasons. */
export interface HeldDraft {
  readonly whole: DraftDto;
  readonly list: DraftListDto;
}

/** The list of a draft whose first twenty pairs are in part 0, the next in part 1, and so on. */
export function listOf(whole: DraftDto): DraftListDto {
  return draftListSchema.parse({
    id: whole.id,
    revision: whole.revision,
    pairs: whole.pairs.map(({ mentor, mentee, score, topics }, index) => ({
      mentor,
      mentee,
      score,
      topics,
      part: Math.floor(index / pairsPerPart),
    })),
    unpaired: whole.unpaired.map(({ person, role }, index) => ({
      ...person,
      role,
      part: Math.floor(index / pairsPerPart),
    })),
  });
}

/** The studio's part of the API over drafts that can be changed, newest first. Somebody else changes one with `become`. */
export class StudioApi {
  private readonly drafts = new Map<string, HeldDraft>();

  constructor(api: FakeApi, drafts: readonly DraftDto[]) {
    for (const one of drafts) this.add(one);
    const [newest] = drafts;
    api.respond('GET', `${base}/drafts`, () => ({ body: this.heads() }));
    if (newest !== undefined) api.respond('GET', `${base}/drafts/latest`, (seen) => this.page(newest.id, seen));
    for (const { id } of drafts) {
      const path = `${base}/drafts/${id}`;
      api.respond('GET', path, (seen) => this.page(id, seen));
      api.respond('GET', `${path}/list`, () => ({ body: this.held(id).list }));
      api.respond('PUT', `${path}/choices`, (seen) => this.choose(id, seen));
      api.respond('POST', `${path}/changes`, (seen) => this.change(id, seen));
    }
  }

  held(id: string): HeldDraft {
    return this.drafts.get(id)!;
  }

  /** Changes a draft as somebody else would, and raises its revision. */
  become(id: string, change: Partial<DraftDto>): void {
    const { whole, list } = this.held(id);
    const revision = whole.revision + 1;
    this.drafts.set(id, { whole: draftSchema.parse({ ...whole, ...change, revision }), list: { ...list, revision } });
  }

  private add(whole: DraftDto): void {
    this.drafts.set(whole.id, { whole, list: listOf(whole) });
  }

  private heads(): unknown {
    return draftsSchema.parse({
      drafts: [...this.drafts.values()].map(({ whole: { id, state, createdAt, pairCount, total, renewal } }) => ({
        id,
        state,
        createdAt,
        pairCount,
        total,
        ...(renewal === undefined ? {} : { renewal: true }),
      })),
    });
  }

  private page(id: string, { path }: Seen): Reply {
    const { whole } = this.held(id);
    const first = Number(/cursor=(\d+)/u.exec(path)?.[1] ?? 0) * pairsPerPart;
    const last = first + partsPerPage * pairsPerPart;
    return { body: { ...whole, pairs: whole.pairs.slice(first, last), unpaired: whole.unpaired.slice(first, last) } };
  }

  private choose(id: string, { body }: Seen): Reply {
    const { revision, ...parts } = saveChoicesSchema.parse(body);
    const { whole } = this.held(id);
    if (revision !== whole.revision) return stale;
    this.become(id, { pending: { ...whole.choices, ...whole.pending, ...dropAbsent(parts) } });
    return { body: { revision: this.held(id).whole.revision } };
  }

  /** Every new pair has 70 points; who is left over and cannot be paired stays forbidden. */
  private change(id: string, { body }: Seen): Reply {
    const { revision, apply, remove, add } = changeDraftSchema.parse(body);
    const { whole, list } = this.held(id);
    if (revision !== whole.revision) return stale;
    const gone = list.pairs.filter((pair) => remove.some(({ pair: ids }) => isPair(pair, ids)));
    const refused = add
      .filter((ids) => ids.includes(forbiddenMentee))
      .map((pair) => ({
        pair,
        fr: 'Ils n’ont pas de langue de travail en commun.',
        en: 'They share no working language.',
      }));
    const total = whole.total - gone.reduce((sum, { score }) => sum + score, 0) + add.length * handPoints;
    const pairCount = whole.pairCount - gone.length + add.length;
    const applied = apply && refused.length === 0;
    const answer = {
      revision,
      applied,
      pairsBefore: whole.pairCount,
      pairsAfter: pairCount,
      totalBefore: whole.total,
      totalAfter: total,
      added: refused.length > 0 ? [] : add.map((pair) => ({ pair, score: handPoints })),
      refused,
    };
    if (applied) {
      const names = new Map(
        [...list.pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]), ...list.unpaired].map(
          ({ id: person, name }) => [person, name] as const,
        ),
      );
      const person = (of: string): { id: string; name: string } => ({ id: of, name: names.get(of) ?? of });
      const added = add.map(([mentor, mentee]) => ({
        mentor: person(mentor),
        mentee: person(mentee),
        score: handPoints,
        topics: [],
        part: 0,
        byHand: true as const,
      }));
      this.become(id, { pairCount, total, optimal: false });
      const after = this.held(id);
      this.drafts.set(id, {
        whole: after.whole,
        list: {
          ...after.list,
          pairs: [...list.pairs.filter((pair) => !gone.includes(pair)), ...added],
          unpaired: list.unpaired.filter((left) => !add.flat().includes(left.id)),
        },
      });
    }
    return { body: draftChangeSchema.parse({ ...answer, revision: this.held(id).whole.revision }) };
  }
}

const handPoints = 70;
/** Whom no rule lets be paired by hand here: Akiko Mori of the fixtures. */
const forbiddenMentee = 's9';
const stale: Reply = {
  status: 412,
  body: { code: 'version-stale', message: 'Someone changed this in the meantime.', correlationId: 'c-7' },
};

function isPair(pair: DraftListPair, [mentor, mentee]: readonly [string, string]): boolean {
  return pair.mentor.id === mentor && pair.mentee.id === mentee;
}

function dropAbsent<T extends object>(parts: T): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
}

/** A newest draft and an older one with other weights, two pairs of which differ. */
export function answerStudio(api: FakeApi, drafts: readonly DraftDto[] = [draft(), olderDraft()]): StudioApi {
  return new StudioApi(api, drafts);
}

/** The search of a draft as long work. */
export function draftJob(overrides: Partial<JobDto> = {}): JobDto {
  return jobSchema.parse({
    id: 'job-d',
    kind: 'draft',
    ref: 'draft-2',
    state: 'running',
    progress: 0.4,
    tries: 1,
    createdAt: '2027-02-16T08:59:00.000Z',
    canRetry: false,
    canCancel: true,
    ...overrides,
  });
}

/** A search under way, started by somebody else. */
export function answerSearch(api: FakeApi, job: JobDto = draftJob()): StudioApi {
  const { pending: _pending, ...head } = draft();
  const searching = draftSchema.parse({
    ...head,
    id: job.ref,
    jobId: job.id,
    state: 'computing',
    createdAt: job.createdAt,
    pairCount: 0,
    unpairedCount: 0,
    total: 0,
    upperBound: 0,
    optimal: false,
    inputHash: '',
    coverage: [],
    departments: [],
    help: [],
    pairs: [],
    unpaired: [],
  });
  api.answer('GET', `${base}/jobs`, jobListSchema.parse({ jobs: [job] }));
  api.answer('GET', `${base}/jobs/${job.id}`, job);
  return answerStudio(api, [searching, draft()]);
}

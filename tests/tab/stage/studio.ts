import {
  changeDraftSchema,
  draftChangeSchema,
  draftListSchema,
  draftPartnersSchema,
  draftSchema,
  draftsSchema,
  saveChoicesSchema,
  suggestedPairsSchema,
  suggestPairsSchema,
  type DraftChangeDto,
  type DraftDto,
  type DraftListDto,
} from '../../../src/draft/api-contract';
import { countPartners } from '../../../src/draft/count-partners';
import type { DraftListPair } from '../../../src/domain/draft';
import { planChange } from '../../../src/draft/plan-change';
import { jobListSchema, jobSchema, type JobDto } from '../../../src/hr-page/work-api-contract';
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
      partNumber: Math.floor(index / pairsPerPart),
    })),
    unpaired: whole.unpaired.map(({ person, role }, index) => ({
      ...person,
      role,
      partNumber: Math.floor(index / pairsPerPart),
    })),
    others: [],
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
      api.respond('GET', `${path}/partners`, (seen) => this.partners(id, seen));
      api.respond('POST', `${path}/suggestions`, (seen) => this.suggest(id, seen));
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

  /** Gives people of a draft more places than the one they have. */
  give(id: string, places: Readonly<Record<string, number>>): void {
    const { whole, list } = this.held(id);
    const named = (one: DraftListPair['mentor']): DraftListPair['mentor'] => ({
      ...one,
      ...(places[one.id] === undefined ? {} : { places: places[one.id] }),
    });
    const pairs = list.pairs.map((pair) => ({ ...pair, mentor: named(pair.mentor), mentee: named(pair.mentee) }));
    this.drafts.set(id, { whole, list: draftListSchema.parse({ ...list, pairs }) });
  }

  /** Names people who are not in a draft and whom HR chose something about. */
  name(id: string, others: DraftListDto['others']): void {
    const { whole, list } = this.held(id);
    this.drafts.set(id, { whole, list: { ...list, others } });
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

  /** Everybody of the other side is possible with 70 points but the forbidden mentee, a page of 100 pairs at a time. */
  private partners(id: string, { path }: Seen): Reply {
    const { list } = this.held(id);
    const side = /side=(\w+)/u.exec(path)?.[1] ?? '';
    const page = Number(/cursor=(\d+)/u.exec(path)?.[1] ?? 0);
    const others = [...countPartners(list).values()].filter((place) => place.side !== side);
    const here = others.filter(({ partNumber }) => Math.floor(partNumber / partsPerPage) === page);
    const partners = here
      .filter((place) => place.id !== forbiddenMentee)
      .map((place) => ({ id: place.id, score: handPoints }));
    const more = others.some(({ partNumber }) => Math.floor(partNumber / partsPerPage) > page);
    const next = more ? { next: String(page + 1) } : {};
    return { body: draftPartnersSchema.parse({ revision: list.revision, partners, ...next }) };
  }

  /** The people who were asked about, two by two in their order. */
  private suggest(id: string, { body }: Seen): Reply {
    const { revision, people } = suggestPairsSchema.parse(body);
    const { whole, list } = this.held(id);
    if (revision !== whole.revision) return stale;
    const places = countPartners(list);
    const on = (side: 'mentor' | 'mentee'): readonly string[] =>
      people.filter((one) => one !== forbiddenMentee && places.has(`${side}|${one}`));
    const mentees = on('mentee');
    const add = on('mentor').flatMap((mentor, index) => {
      const mentee = mentees[index];
      return mentee === undefined ? [] : [[mentor, mentee]];
    });
    return { body: suggestedPairsSchema.parse({ revision, add }) };
  }

  /** Every new pair has 70 points; who is left over and cannot be paired stays forbidden. */
  private change(id: string, { body }: Seen): Reply {
    const { revision, apply, remove, add } = changeDraftSchema.parse(body);
    const { whole, list } = this.held(id);
    if (revision !== whole.revision) return stale;
    const plan = planChange(list, { remove, add });
    if (typeof plan === 'string') return stale;
    const refused = add
      .filter((ids) => ids.includes(forbiddenMentee))
      .map((pair) => ({
        pair,
        fr: 'Ils n’ont pas de langue de travail en commun.',
        en: 'They share no working language.',
      }));
    const total = whole.total - plan.removed.reduce((sum, { score }) => sum + score, 0) + add.length * handPoints;
    const pairCount = whole.pairCount - plan.removed.length + add.length;
    const unpairedCount = whole.unpairedCount - plan.placed.length + plan.alone.length;
    const applied = apply && refused.length === 0;
    const answer = {
      revision,
      applied,
      pairsBefore: whole.pairCount,
      pairsAfter: pairCount,
      totalBefore: whole.total,
      totalAfter: total,
      leftBefore: whole.unpairedCount,
      leftAfter: unpairedCount,
      alone: plan.alone.map(({ id: person }) => person),
      aims: whole.choices.policy.aims.map((_aim, index) => aimEffect(whole.handAims?.[index] ?? whole.aims[index])),
      added: refused.length > 0 ? [] : add.map((pair) => ({ pair, score: handPoints })),
      refused,
    };
    if (applied) {
      const person = (side: 'mentor' | 'mentee', of: string): DraftListPair['mentor'] => {
        const { name, places } = plan.before.get(`${side}|${of}`)!;
        return { id: of, name, ...(places > 1 ? { places } : {}) };
      };
      const added = add.map(([mentor, mentee]) => ({
        mentor: person('mentor', mentor),
        mentee: person('mentee', mentee),
        score: handPoints,
        topics: [],
        partNumber: 0,
        byHand: true as const,
      }));
      const handAims = answer.aims.length === 0 ? {} : { handAims: answer.aims.map((one) => one?.after ?? null) };
      this.become(id, { pairCount, total, unpairedCount, optimal: false, aims: [], ...handAims });
      const after = this.held(id);
      this.drafts.set(id, {
        whole: after.whole,
        list: {
          ...after.list,
          pairs: [...list.pairs.filter((pair) => !plan.removed.includes(pair)), ...added],
          unpaired: [
            ...list.unpaired.filter((left) => !plan.placed.includes(left)),
            ...plan.alone.map(({ id: left, name, side }) => ({ id: left, name, role: side, partNumber: 0 })),
          ],
        },
      });
    }
    return { body: draftChangeSchema.parse({ ...answer, revision: this.held(id).whole.revision }) };
  }
}

type AimEffect = DraftChangeDto['aims'][number];

/** One pair fewer counts after every change here. */
function aimEffect(before: { met: boolean; reached: number; asked: number } | null | undefined): AimEffect {
  if (before === null || before === undefined) return null;
  const { met, reached, asked } = before;
  const fewer = Math.max(0, reached - 1);
  return { before: { met, reached, asked }, after: { met: fewer >= asked, reached: fewer, asked } };
}

const handPoints = 70;
/** Whom no rule lets be paired by hand here: Akiko Mori of the fixtures. */
const forbiddenMentee = 's9';
const stale: Reply = {
  status: 412,
  body: { code: 'version-stale', message: 'Someone changed this in the meantime.', correlationId: 'c-7' },
};

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

/** A draft that failed, with two people whom HR keeps together and two whom HR keeps apart. */
export function answerFailed(api: FakeApi, language: 'fr' | 'en'): StudioApi {
  const { choices } = draft();
  const failed = draft({
    state: 'failed',
    reason: language === 'fr' ? 'Le travail a été annulé.' : 'The work was cancelled.',
    choices: { ...choices, locked: [['j0', 's0']], apart: [['j1', 's1']] },
    pairs: [],
    unpaired: [],
  });
  const studio = answerStudio(api, [failed]);
  studio.name('draft-1', [
    { id: 'j0', name: 'Zoé Marchand' },
    { id: 's0', name: 'Philippe de Montferrand' },
    { id: 'j1', name: 'Yuki Tanaka' },
    { id: 's1', name: 'Brigitte Vogel' },
  ]);
  return studio;
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

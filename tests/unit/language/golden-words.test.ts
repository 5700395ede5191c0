import { statusOfProblem } from '../../../bot/api/problem';
import { problemCodes } from '../../../src/dispatch/problem-api-contract';
import { frozenWords, problemWords } from '../../../src/dispatch/problem-words';
import { hrPageText } from '../../../src/hr-page/text/hr-page-text';
import { memberText } from '../../../src/member/text/member-text';
import { listMessages } from '../../../src/hr-page/list-messages';
import { messages as declaredMessages } from '../../../src/dispatch/messages';
import { listedKeys, type LedgerState, type MessageKind } from '../../../src/domain/message';
import { kindWords } from '../../../src/hr-page/message-words';
import { ruleWords } from '../../../src/pairing/scoring/evaluate-pair';
import { personalWords } from '../../../src/pairing/explanation/explain-left-over';
import { personalCodes, ruleCodes } from '../../../src/domain/pairing';
import type { ReachState } from '../../../src/domain/participant';
import { reachRemedy } from '../../../src/enrolment/reach-remedy';
import type { Texts } from '../../../src/language/define-texts';
import type { Language } from '../../../src/language/languages';
import { frozenFields } from '../../../src/programme/find-frozen';
import { readinessWords } from '../../../src/hr-page/readiness-words';
import { jobDto } from '../../../src/hr-page/list-jobs';
import type { JobKind, JobState } from '../../../src/domain/job';
import { expectGolden, expectNoOrphans } from '../../helpers/compare-golden';
import { aPlan, aProgramme } from '../../helpers/factories/programme';
import { memoryPorts } from '../../helpers/memory-ports';
import { tabTexts } from '../../helpers/tab-texts';

const at = '2026-11-23T08:00:00.000Z';
const inBoth = <T>(words: (language: Language) => T): { readonly fr: T; readonly en: T } => ({
  fr: words('fr'),
  en: words('en'),
});
const told = <K extends string, T>(keys: readonly K[], tell: (key: K) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(keys.map((key) => [key, tell(key)]));
const keysOf = ({ sources }: Pick<Texts<string>, 'sources'>, family: string): readonly string[] =>
  Object.keys(sources.fr)
    .filter((key) => key.startsWith(family))
    .map((key) => key.slice(family.length))
    .sort();

const kinds = Object.keys(declaredMessages) as (keyof typeof declaredMessages)[];
const ends: Readonly<Record<LedgerState, true>> = {
  sent: true,
  failed: true,
  blocked: true,
  ambiguous: true,
  cancelled: true,
  skipped: true,
  dead: true,
};
const endStates = Object.keys(ends) as readonly LedgerState[];

/** One message that waits and one for each reason and end, as the API lists them in both languages. */
async function messagesOf(kind: MessageKind, reasons: readonly string[]) {
  const ports = memoryPorts();
  const common = { kind, recipient: { to: 'participant', id: 'p1' }, subject: {}, createdAt: at, tries: 1 } as const;
  for (const reason of reasons)
    for (const state of endStates) {
      const value = { ...common, id: `${state} ${reason}`, state, reason, at, correlationId: 'c' };
      for (const key of listedKeys(value))
        await ports.programmes.commit('words', [{ op: 'insert', kind: 'listed', key, value }]);
    }
  const sent = { declared: declaredMessages, stillTrue: () => Promise.resolve(true) };
  const list = async (language: Language) => {
    const found = [];
    let cursor: string | undefined;
    do {
      const question = cursor === undefined ? {} : { cursor };
      const page = await listMessages(ports, sent, 'words', question, { language, now: at });
      found.push(...page.messages);
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  };
  const [fr, en] = [await list('fr'), await list('en')];
  return fr.map((message, index) => ({ fr: message, en: en[index]! }));
}

const kindsAsTold = () =>
  told(kinds, (kind) => {
    const { listing } = declaredMessages[kind];
    return {
      hrSees: listing.hrSees,
      ...('as' in listing ? { as: listing.as } : {}),
      ...inBoth((language) => kindWords(declaredMessages, kind, language) ?? null),
    };
  });

async function reasonsAsTold() {
  const messages = await messagesOf('introduction', [...keysOf(hrPageText, 'message.reason.'), 'other']);
  return Object.fromEntries(
    messages
      .map(({ fr, en }) => [fr.id, { reason: fr.reason, canRetry: fr.canRetry, fr: fr.words, en: en.words }] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const jobKinds: Readonly<Record<JobKind, true>> = {
  import: true,
  reach: true,
  invite: true,
  draft: true,
  publish: true,
  'pairing-round-end': true,
};
const jobStates: Readonly<Record<JobState, true>> = {
  queued: true,
  running: true,
  done: true,
  failed: true,
  dead: true,
  cancelled: true,
};

function jobOf(kind: JobKind, state: JobState, reason: string, language: Language) {
  const job = { id: 'job-1', kind, ref: 'r', state, progress: 0, tries: 1, reason, createdAt: at, correlationId: 'c' };
  return jobDto(job, language);
}

const jobs = () => ({
  // The API tells the kind as a code; the tab has the words.
  kinds: told(Object.keys(jobKinds) as JobKind[], (kind) => ({
    fr: tabTexts('fr')[`job.kind.${kind}`],
    en: tabTexts('en')[`job.kind.${kind}`],
    can: told(Object.keys(jobStates) as JobState[], (state) => {
      const { canRetry, canCancel } = jobOf(kind, state, 'other', 'en');
      return [...(canRetry ? ['retry'] : []), ...(canCancel ? ['cancel'] : [])].join(', ');
    }),
  })),
  reasons: told([...keysOf(memberText, 'job.reason.'), 'unheard-of'], (reason) =>
    inBoth((language) => jobOf('draft', 'dead', reason, language).reason),
  ),
});

const reaches: Readonly<Record<ReachState, true>> = {
  unknown: true,
  reachable: true,
  'not-linked': true,
  'app-missing': true,
  blocked: true,
};

/** A plan that lacks everything, one that lacks what others give, and one that lacks nothing. */
const readiness = () => {
  const { objectives: all, channel: _channel, sponsor: _sponsor, surveys: _surveys, ...rest } = aPlan();
  const { measure: _measure, baseline: _baseline, target: _target, ...bare } = all[0]!;
  const { pledge: _pledge, channel: _link, ...unlinked } = aProgramme();
  const empty = { ...unlinked, plan: { ...rest, objectives: [] } };
  const programmes = {
    empty,
    bare: { ...empty, plan: { ...empty.plan, objectives: [bare] } },
    unlinked,
    complete: aProgramme(),
  };
  return Object.fromEntries(
    Object.entries(programmes).map(([name, programme]) => [
      name,
      inBoth((language) =>
        readinessWords(programme, language).items.map(({ item, giver, words }) => [item, giver, words]),
      ),
    ]),
  );
};

describe('the words of the API', () => {
  it('are the golden ones, in both languages', async () => {
    const words = {
      problems: told(problemCodes, (code) => ({
        status: statusOfProblem(code),
        ...inBoth((language) => problemWords(code, language)),
      })),
      frozenFields: told(frozenFields, (field) => inBoth((language) => frozenWords(field, language))),
      messageKinds: kindsAsTold(),
      messageEnds: await reasonsAsTold(),
      jobs: jobs(),
      remedies: told(Object.keys(reaches) as ReachState[], (reach) =>
        inBoth((language) => reachRemedy(reach, language) ?? null),
      ),
      readiness: readiness(),
      rules: told([...ruleCodes, 'unavailable'] as const, ruleWords),
      personal: told(personalCodes, personalWords),
    };
    expectGolden('tests/unit/language/golden/api-words.json', `${JSON.stringify(words, null, 2)}\n`);
    expectNoOrphans('tests/unit/language/golden', ['api-words.json']);
  });
});

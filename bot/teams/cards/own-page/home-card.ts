import type { HomeProgramme } from '../../../../src/own-page/home-programme-view';
import { ownPageText } from '../../../../src/own-page/text/own-page-text';
import { pairEndingText } from '../../../../src/pair-ending/text/pair-ending-text';
import { defineCardOf, type ViewOf } from '../define-card-of';
import { execute, homeButton, openProfileDialog, openUrl } from '../card-actions';
import type { Language, Localised } from '../../../../src/language/languages';
import { defineCard, type CardObject } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = ViewOf<'home'>;

const draw = defineCard<{ programmes: readonly { name: string; state: string }[] }>([
  {
    type: 'Container',
    $data: '${programmes}',
    separator: true,
    spacing: 'Medium',
    items: [
      { type: 'TextBlock', text: '${name}', weight: 'Bolder', wrap: true },
      { type: 'TextBlock', text: '${state}', wrap: true, spacing: 'Small' },
    ],
  },
]);

const mostSteps = 3;
/** Which language the button of a card offers. */
const otherLanguage: Localised<Language> = { fr: 'en', en: 'fr' };

/** What is open for this person, and the two or three things they can do now. */
export const homeCard = defineCardOf('home', {
  summary: () => 'news',
  draw: (view, speaker, links) => {
    const { say } = speaker.of(ownPageText);
    const language = otherLanguage[view.language];
    const steps = nextSteps(view.programmes, speaker);
    return draw(
      {
        title: say('home.title', { because: view.because, name: speaker.name(view.personName) }),
        lines: firstLines(view, speaker),
      },
      {
        programmes: view.programmes.map((programme) => ({
          name: escapeText(programme.programmeName),
          state: stateText(programme, speaker),
        })),
      },
      [
        ...steps,
        ...(links.tab === undefined ? [] : [openUrl(say('home.tab'), links.tab)]),
        // Some clients show five buttons.
        ...(steps.length < mostSteps ? [homeButton(speaker)] : []),
        execute('language/set', say('home.other-language'), { language }),
      ],
    );
  },
});

function firstLines(view: View, speaker: Speaker): string[] {
  const { say } = speaker.of(ownPageText);
  const open = view.programmes.length === 0 ? say('home.nothing') : say('home.open');
  return view.because === 'unclear' ? [say('home.unclear'), open] : [open];
}

/** At most three buttons; the first invitation that waits is the main one. */
function nextSteps(programmes: readonly HomeProgramme[], speaker: Speaker): CardObject[] {
  const { say } = speaker.of(ownPageText);
  const joinable = programmes.filter(({ state }) => state === 'invited' || state === 'not-now' || state === 'gone');
  const enrolled = programmes.filter(({ state }) => state === 'waiting');
  const paired = programmes.filter(({ state }) => state === 'paired');
  const content = programmes.filter(({ state }) => state === 'enough');
  const asked = programmes.filter(({ state }) => state === 'renewal-open');
  const away = programmes.filter(({ state }) => state === 'paused');
  const several = asked.length + away.length + joinable.length + enrolled.length + paired.length + content.length > 1;
  const titled = (title: string, { programmeName }: HomeProgramme) =>
    several ? `${title} (${shortened(programmeName)})` : title;
  return [
    ...joinable.map((programme, index) =>
      execute(
        'invitation/accept',
        titled(say('home.join'), programme),
        { programmeId: programme.programmeId },
        { primary: index === 0 },
      ),
    ),
    ...asked.map((programme) =>
      execute('renewal/show', titled(say('home.renewal'), programme), {
        programmeId: programme.programmeId,
        pairId: programme.pairId ?? '',
      }),
    ),
    ...paired.map((programme) =>
      execute('pair/show', titled(say('home.pair'), programme), {
        programmeId: programme.programmeId,
        pairId: programme.pairId ?? '',
      }),
    ),
    ...away.map((programme) =>
      execute('pause/open', titled(say('home.pause-change'), programme), { programmeId: programme.programmeId }),
    ),
    ...content.map((programme) =>
      execute('rematch/another', titled(speaker.of(pairEndingText).say('pair-ended.another'), programme), {
        programmeId: programme.programmeId,
        pairId: programme.pairId ?? '',
      }),
    ),
    ...enrolled.map((programme) => openProfileDialog(titled(say('home.correct'), programme), programme.programmeId)),
    ...(several ? [] : enrolled).map(({ programmeId }) => execute('pause/open', say('home.pause'), { programmeId })),
    ...programmes
      .filter(({ diversity }) => diversity === true)
      .map((programme) =>
        execute('diversity/show', titled(say('home.diversity'), programme), { programmeId: programme.programmeId }),
      ),
  ].slice(0, mostSteps);
}

function shortened(name: string): string {
  return name.length <= 24 ? name : `${name.slice(0, 23)}…`;
}

function stateText(programme: HomeProgramme, speaker: Speaker): string {
  const { say } = speaker.of(ownPageText);
  switch (programme.state) {
    case 'paired':
      return say('home.state.paired', {
        partner: speaker.name(programme.partnerName ?? ''),
        when: programme.nextSession === undefined ? 'none' : 'set',
        date: programme.nextSession === undefined ? '' : speaker.dateTime(programme.nextSession),
      });
    case 'paused':
      return say('home.state.paused', { date: speaker.date(programme.until ?? '') });
    case 'none':
      return say('home.state.none', { role: programme.role });
    case 'invited':
    case 'waiting':
    case 'proposal-open':
    case 'renewal-open':
    case 'renewal-over':
    case 'enough':
    case 'not-now':
    case 'gone':
    case 'out':
      return say(`home.state.${programme.state}`);
  }
}

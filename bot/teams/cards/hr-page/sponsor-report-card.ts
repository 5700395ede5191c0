import { hrPageText } from '../../../../src/hr-page/text/hr-page-text';
import type { SponsorReportView, ToldToSponsor } from '../../../../src/hr-page/sponsor-report-view';
import { roundName } from '../../../../src/insight/describe-figure';
import { writeAmount, writeTold } from '../../../../src/insight/write-told';
import { homeButton, openUrl } from '../card-actions';
import { defineCard } from '../card-frame';
import { tabPageLink } from '../card-links';
import { defineCardOf } from '../define-card-of';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

/** A number with what it counts; without a number, a sentence that says why there is none. */
interface Figure {
  readonly value: string;
  readonly label: string;
}

const draw = defineCard<{ figures: readonly Figure[] }>([
  {
    type: 'Container',
    $data: '${figures}',
    spacing: 'Medium',
    items: [
      {
        type: 'TextBlock',
        $when: "${value != ''}",
        text: '${value}',
        size: 'ExtraLarge',
        weight: 'Bolder',
        wrap: true,
      },
      { type: 'TextBlock', text: '${label}', wrap: true, spacing: 'None' },
    ],
  },
]);

/** The sponsor's three figures, each month and once the closing survey has its own, and the way to the rest. */
export const sponsorReportCard = defineCardOf('sponsor-report', {
  summary: () => 'news',
  draw: (view, speaker, links) => {
    const { say } = speaker.of(hrPageText);
    const { state, month, months } = view;
    const page = tabPageLink(links, `/sponsor/${view.programmeId}`);
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('sponsor-report.title', { state, month, months }),
        lines: [say('sponsor-report.what'), say('sponsor-report.next', { state })],
      },
      { figures: [hoursFigure(view, speaker), pairsFigure(view, speaker), toldFigure(view.told, state, speaker)] },
      [...(page === undefined ? [] : [openUrl(say('sponsor-report.open'), page, true)]), homeButton(speaker)],
    );
  },
});

function hoursFigure({ hours }: SponsorReportView, speaker: Speaker): Figure {
  const { say } = speaker.of(hrPageText);
  if (hours === undefined) return { value: '', label: say('sponsor-report.hours-few') };
  if (hours.planned === 0) return { value: '', label: say('sponsor-report.hours-none') };
  return { value: say('sponsor-report.hours', hours), label: say('sponsor-report.hours-label') };
}

function pairsFigure({ pairs: { active, finished = 0 } }: SponsorReportView, speaker: Speaker): Figure {
  const { say } = speaker.of(hrPageText);
  if (active === undefined) return { value: '', label: say('sponsor-report.pairs-few') };
  if (active > 0) return { value: String(active), label: say('sponsor-report.active-label', { finished }) };
  return finished > 0
    ? { value: String(finished), label: say('sponsor-report.finished-label') }
    : { value: '', label: say('sponsor-report.pairs-none') };
}

function toldFigure(told: ToldToSponsor, state: SponsorReportView['state'], speaker: Speaker): Figure {
  const { say } = speaker.of(hrPageText);
  const { language } = speaker.reader;
  switch (told.is) {
    case 'objective': {
      const { at, wording, target, unit } = told;
      return {
        value: escapeText(writeTold(at, language)),
        label: say('sponsor-report.objective-label', {
          wording,
          round: roundName(at, language),
          n: at.n,
          target: target === undefined ? 'none' : writeAmount(target, unit, language),
        }),
      };
    }
    case 'changes':
      return {
        value: say('sponsor-report.changes', { clear: told.clear, total: told.of }),
        label: say('sponsor-report.changes-label'),
      };
    case 'answers':
      return {
        value: say('sponsor-report.answers', { count: told.atLeast }),
        label: say('sponsor-report.answers-label', {
          round: roundName({ round: told.instrument, instrument: told.instrument }, language),
        }),
      };
    case 'nothing':
      return {
        value: '',
        label: say(state === 'results' ? 'sponsor-report.nothing-at-end' : 'sponsor-report.nothing-meanwhile', {
          fewest: told.fewest,
        }),
      };
  }
}

import { enrolmentText } from '../../../../src/enrolment/text/enrolment-text';
import { cityOfZone } from '../../../../src/language/city-of-zone';
import { memberText } from '../../../../src/member/text/member-text';
import { ownPageText } from '../../../../src/own-page/text/own-page-text';
import { defineCardOf, type ViewOf } from '../define-card-of';
import { execute, homeButton, openProfileDialog } from '../card-actions';
import { defineCard, factRows, facts } from '../card-frame';
import { escapeText } from '../escape-text';
import { languageNames } from '../language-names';
import type { Speaker } from '../speaker';

type View = ViewOf<'invitation'>;

const draw = defineCard<{ about: ReturnType<typeof facts> }>([factRows('about')]);

const open = defineCard<{ words: string; about: ReturnType<typeof facts> }>([
  { type: 'TextBlock', $when: "${words != ''}", text: '${words}', wrap: true, isSubtle: true, spacing: 'Medium' },
  factRows('about'),
]);

/** The invitation to join: what it is, what is kept, who sees it; then the answer given. */
export const invitationCard = defineCardOf('invitation', {
  summary: ({ state }) => (state === 'open' ? 'question' : 'news'),
  draw: (view, speaker) => {
    const { say } = speaker.of(enrolmentText);
    const programme = escapeText(view.programmeName);
    const ids = { programmeId: view.programmeId };
    const join = execute('invitation/accept', say('invitation.accept'), ids, { primary: true });
    const correct = openProfileDialog(say('invitation.correct'), view.programmeId, true);
    switch (view.state) {
      case 'open': {
        const values = { role: view.role, sponsor: view.sponsorName, months: view.months };
        return open(
          {
            programme,
            title: say(view.reminder ? 'invitation.reminder-title' : 'invitation.title'),
            lines: [
              say('invitation.what', values),
              say('invitation.who'),
              say(view.reminder ? 'invitation.reminder' : 'invitation.ask'),
            ],
          },
          {
            words:
              view.sponsorWords === undefined
                ? ''
                : say('invitation.sponsor-words', { words: view.sponsorWords, sponsor: view.sponsorName }),
            about: facts([
              ...startRow(view, speaker),
              [speaker.of(memberText).say('common.objectives'), view.objectives.map(escapeText).join(' · ')],
              ...profileRows(view, speaker),
            ]),
          },
          [join, execute('invitation/not-now', say('invitation.not-now'), ids), correct],
        );
      }
      case 'in':
        return draw(
          {
            programme,
            title: say('invitation.in-title'),
            lines: [say('invitation.in-what'), say('invitation.in-next')],
          },
          { about: facts(profileRows(view, speaker)) },
          [
            correct,
            ...(view.diversity === true
              ? [execute('diversity/show', speaker.of(ownPageText).say('home.diversity'), ids)]
              : []),
            execute('programme/leave', speaker.of(ownPageText).say('home.leave'), ids),
            homeButton(speaker),
          ],
        );
      case 'not-now':
        return draw(
          {
            programme,
            title: say('invitation.not-now-title'),
            lines: [say('invitation.not-now-what'), say('invitation.not-now-next')],
          },
          { about: [] },
          [join, homeButton(speaker)],
        );
      case 'closed':
        return draw(
          {
            programme,
            title: say('invitation.closed-title'),
            lines: [say('invitation.closed-what'), say('invitation.closed-next')],
          },
          { about: [] },
          [homeButton(speaker)],
        );
    }
  },
});

/** From when, and until when an answer is in time. */
function startRow({ startsOn }: View, speaker: Speaker): readonly (readonly [string, string])[] {
  if (startsOn === undefined) return [];
  const { say } = speaker.of(enrolmentText);
  return [[say('invitation.start'), say('invitation.starts', { date: speaker.date(startsOn) })]];
}

/** What somebody of one role shares or explores in the other is told where they say something of it, as on their page. */
function profileRows({ profile, role }: View, speaker: Speaker): (readonly [string, string])[] {
  const { say } = speaker.of(enrolmentText);
  const orNothing = (text: string) => (text === '' ? say('invitation.nothing-yet') : escapeText(text));
  return [
    [say('invitation.languages'), orNothing(languageNames(profile.languages, speaker.reader.language))],
    [say('invitation.zone'), profile.zones.length === 0 ? '' : orNothing(cityOfZone(profile.timeZone))],
    [say('invitation.expertise'), role === 'mentee' && profile.expertise === '' ? '' : orNothing(profile.expertise)],
    [say('invitation.goals'), role === 'mentor' && profile.goals === '' ? '' : orNothing(profile.goals)],
  ];
}

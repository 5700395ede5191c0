import { homeView } from '../../src/own-page/home-view';
import type { OpenPressFor } from '../../src/dispatch/open-press';
import { loseReach } from '../../src/enrolment/lose-reach';
import { openProfile } from '../../src/enrolment/profile-view';
import { rememberPerson } from '../../src/enrolment/remember-person';
import { forgetTeam } from '../../src/programme/forget-team';
import { reachNewcomers } from '../../src/programme/reach-newcomers';
import { rememberTeam } from '../../src/programme/remember-team';
import { renewTeamAddress } from '../../src/programme/renew-team-address';

/** What the Teams edge asks of the product; everything else it knows is how Teams speaks. */
export interface TeamsUseCases {
  readonly openPress: OpenPressFor;
  readonly homeView: typeof homeView;
  readonly openProfile: typeof openProfile;
  readonly rememberPerson: typeof rememberPerson;
  readonly loseReach: typeof loseReach;
  readonly rememberTeam: typeof rememberTeam;
  readonly renewTeamAddress: typeof renewTeamAddress;
  readonly forgetTeam: typeof forgetTeam;
  readonly reachNewcomers: typeof reachNewcomers;
}

/** The product's own; `openPress` comes with its ports, which hold more than this edge may reach. */
export const productUseCases: Omit<TeamsUseCases, 'openPress'> = {
  homeView,
  openProfile,
  rememberPerson,
  loseReach,
  rememberTeam,
  renewTeamAddress,
  forgetTeam,
  reachNewcomers,
};

import { declarePersonalAction } from '../member/declare-action';
import { setLanguagePress, showHomePress } from './contract';
import { homeView } from './home-view';
import { setLanguage } from './set-language';

/** What anybody of the tenant can press, whatever they have a part in. */
export const ownPageActions = [
  declarePersonalAction(setLanguagePress, ({ ports, actor, context }, { language }) =>
    setLanguage(ports, actor, language, context),
  ),
  declarePersonalAction(showHomePress, async ({ ports, actor, context }) => ({
    ...(await homeView(ports, actor, 'asked', context)),
    changed: false,
  })),
] as const;

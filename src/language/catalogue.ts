import type { Language } from './languages';
import accessEn from '../dispatch/text/en.json';
import accessFr from '../dispatch/text/fr.json';
import boardEn from '../board/text/en.json';
import boardFr from '../board/text/fr.json';
import messagingEn from '../messaging/text/en.json';
import messagingFr from '../messaging/text/fr.json';
import pairingEn from '../pairing/text/en.json';
import pairingFr from '../pairing/text/fr.json';
import participantEn from '../people-file/text/en.json';
import participantFr from '../people-file/text/fr.json';
import sessionEn from '../session/text/en.json';
import sessionFr from '../session/text/fr.json';
import surveyEn from '../survey/text/en.json';
import surveyFr from '../survey/text/fr.json';
import commonEn from './en.json';
import commonFr from './fr.json';

/**
 * Every text of the product: the short ones kept here and each feature's own `text/fr.json` and `text/en.json`.
 * A feature that gets a `text/` folder is added to this list; a test finds the one that was forgotten.
 */
export const catalogue: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    ...commonFr,
    ...accessFr,
    ...boardFr,
    ...messagingFr,
    ...pairingFr,
    ...participantFr,
    ...sessionFr,
    ...surveyFr,
  },
  en: {
    ...commonEn,
    ...accessEn,
    ...boardEn,
    ...messagingEn,
    ...pairingEn,
    ...participantEn,
    ...sessionEn,
    ...surveyEn,
  },
};

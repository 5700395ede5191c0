import { enrolmentActions } from './actions';
import { enrolmentMessages } from './messages';
import { enrolmentDue } from './due';
import { enrolmentText } from './text/enrolment-text';

/** Taking part. What it declares, for `src/dispatch`. */
export const enrolmentFeature = {
  name: 'enrolment',
  actions: enrolmentActions,
  messages: enrolmentMessages,
  due: enrolmentDue,
  text: enrolmentText,
} as const;

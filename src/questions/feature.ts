import { questionsText } from './text/questions-text';

/** HR's own questions. What it declares, for `src/dispatch`. */
export const questionsFeature = { name: 'questions', text: questionsText } as const;

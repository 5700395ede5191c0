import { peopleFileText } from './text/people-file-text';

/** People from a file. What it declares, for `src/dispatch`. */
export const peopleFileFeature = { name: 'people-file', text: peopleFileText } as const;

import { createContext } from 'react';

/** The level of the headings of sections: 4 where sections stand in a group that has a heading of its own. */
export const SectionLevel = createContext<3 | 4>(3);

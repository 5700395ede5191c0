import { createContext, useContext } from 'react';
import type { Me } from '../../src/hr-page/me-api-contract';

export const MeContext = createContext<Me | undefined>(undefined);

/** Who reads the page, their programmes and programme time. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('useMe needs a MeContext above it.');
  return me;
}

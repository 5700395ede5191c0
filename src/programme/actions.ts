import { declareAction } from '../member/declare-action';
import { givePledgePress } from './contract';
import { givePledge } from './give-pledge';

/** What people can press about a programme's pledge. */
export const programmeActions = [declareAction(givePledgePress, ['sponsor'], givePledge)] as const;

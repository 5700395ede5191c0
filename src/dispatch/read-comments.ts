import type { CommentBlock } from '../insight/comments-contract';
import { readToldComments } from '../insight/read-told-comments';
import { figurePorts, type AllPorts } from './all-ports';

/** What HR reads of comments, with the ports that open them: the edge of the tab holds none. */
export type ReadToldComments = (programmeId: string) => Promise<readonly CommentBlock[]>;

/** The same for the composition, which holds all ports. */
export function commentsReader(all: AllPorts): ReadToldComments {
  const ports = figurePorts(all);
  return (programmeId) => readToldComments(ports, programmeId);
}

import { readOnce } from '../kernel/read-once';
import type { AllPorts } from './all-ports';

/** Ports for one thing that is decided or drawn: a row that it has read it does not read again (`readOnce`). */
export function withReadsOnce(ports: AllPorts): AllPorts {
  return { ...ports, people: readOnce(ports.people), programmes: readOnce(ports.programmes) };
}

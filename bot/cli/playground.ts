import { readPeopleTable } from '../documents/read-people-table';
import { startPlayground } from '../local/playground/start-playground';

startPlayground(readPeopleTable);

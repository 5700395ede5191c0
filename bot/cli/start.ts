import { readPeopleTable } from '../documents/read-people-table';
import { startLocal } from '../local/start-local';

startLocal(readPeopleTable);

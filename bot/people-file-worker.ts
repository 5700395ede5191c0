import { readPeopleFile, type PeopleFile } from '../src/people-file/read-people-file';
import { readPeopleTable } from './documents/read-people-table';
import { answerInThread } from './workers/answer-in-thread';

/** The thread in which files of people are read (`bot/workers/people-file-thread.ts`). */
answerInThread((file: PeopleFile) => readPeopleFile(file, readPeopleTable));

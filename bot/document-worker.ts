import { writeBoardReport } from './documents/write-board-report';
import { writeResultsWorkbook } from './documents/write-results-workbook';
import { writeSteeringReport } from './documents/write-steering-report';
import { answerInThread } from './workers/answer-in-thread';
import type { DocumentWork, DocumentWriters } from './workers/document-work';

const writers: DocumentWriters = { writeBoardReport, writeResultsWorkbook, writeSteeringReport };

/** The thread in which files for readers are written (`bot/workers/document-thread.ts`). */
answerInThread(({ writer, told, about }: DocumentWork) => writers[writer](told as never, about as never));

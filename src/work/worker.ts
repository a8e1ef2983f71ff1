/**
 * What a thread runs: the work of robustness runs of editions, after whoever waits for a page where there are too few cores for both.
 * Must never: be imported by the thread that serves pages.
 */
import { constants, setPriority } from 'node:os';
import { openJob } from '../core/robustness/edition/open-job.js';
import { workWith } from './do-work.js';

// On Linux 0 is this thread, and elsewhere the whole process.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

export const { prepare, unfinished, take, assemble, discard } = workWith(openJob);

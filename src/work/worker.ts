/**
 * What a thread runs: the work of robustness runs of editions.
 * Must never: be imported by the thread that serves pages.
 */
import { openJob } from '../core/robustness/edition/open-job.js';
import { workWith } from './do-work.js';

export const { prepare, unfinished, take, assemble, discard } = workWith(openJob);

// npm run bench: what is promised about speed, as ratios to a floor measured in the same run.
import { benchBoard } from './board.js';
import { benchEngine } from './engine.js';
import { benchForm } from './form.js';
import { benchIndex } from './index-command.js';
import { benchPdf } from './pdf.js';
import { benchRobustness } from './robustness.js';
import { benchStore } from './store.js';
import { benchThreads } from './threads.js';
import { benchWeb } from './web.js';
import { openBenchWorld } from './world.js';

await benchEngine();
await benchIndex();
await benchRobustness();
await benchThreads();
await benchForm();
const world = await openBenchWorld();
await benchPdf(world);
await benchBoard(world);
await world.store.close();
await benchStore();
await benchWeb();
process.exit(0);

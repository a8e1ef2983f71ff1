#!/usr/bin/env node
// The launcher behind `npx alidade`: plain JavaScript that is always there, so that the first call can build the rest.
await import('./build-if-stale.js');
await import('../dist/main.js');

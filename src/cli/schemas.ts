/**
 * `alidade schemas`: writes the JSON Schemas of the definition files, so that editors complete and check them while one types.
 * Must never: be needed to check a definition.
 */
import type { Command } from 'commander';
import { FINE, type Shell } from './shell.js';

export function addSchemas(program: Command, shell: Shell): void {
  program
    .command('schemas')
    .description('write JSON Schemas of the definition files, for editors')
    .option('--out <folder>', 'where to write them', 'docs/schemas')
    .action(async ({ out }: { readonly out: string }) => {
      const { mkdirSync, writeFileSync } = await import('node:fs');
      const { join, resolve } = await import('node:path');
      const { jsonSchemas } = await import('../library/json-schemas.js');
      const folder = resolve(shell.cwd, out);
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of jsonSchemas()) {
        writeFileSync(join(folder, name), text);
        shell.err(`Wrote ${join(out, name)}.\n`);
      }
      shell.finish(FINE);
    });
}

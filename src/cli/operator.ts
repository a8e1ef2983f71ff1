/**
 * Who does what is done on the command line: whoever may write to the data folder may do all that the secretariat may.
 * Must never: be handed to a page.
 */
import type { Person } from '../core/workflow/roles.js';

export const COMMAND_LINE: Person = {
  account: 'command-line',
  name: 'command line',
  grants: [{ role: 'secretariat', edition: '*' }],
};

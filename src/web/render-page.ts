/**
 * Page templates by name.
 * Must never: be given a name that came from a request.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { templateAt } from '../render/compile-template.js';

const pages = fileURLToPath(new URL('../../views/pages/', import.meta.url));

export const renderPage = (name: string, view: object): string => templateAt(join(pages, `${name}.ejs`))(view);

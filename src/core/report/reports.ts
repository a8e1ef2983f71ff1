/**
 * Every report there is: pages, renderers and the command line follow this list, so a new report is one file and one line.
 * Must never: know a format.
 */
export { countryProfile } from './country-profile.js';
export { overview } from './overview.js';

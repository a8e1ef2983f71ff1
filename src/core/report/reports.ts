/**
 * Every report there is: pages, renderers and the command line follow this list, so a new report is one file and one line.
 * Must never: know a format.
 */

export { comparison } from './comparison.js';
export { countryProfile } from './country-profile.js';
export { methodology } from './methodology.js';
export { overview } from './overview.js';
export { questionnaireReport } from './questionnaire-report.js';

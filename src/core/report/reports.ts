/**
 * Every report there is, by id: what it is about and who makes it. A new report is one file and one line here, and every
 * format renders it; its page is a line in web/pages/reports.ts.
 * Must never: know a format or an address.
 */
import { coherence } from './coherence.js';
import { comparison } from './comparison.js';
import { countryProfile } from './country-profile.js';
import type { Document } from './document.js';
import type { Material } from './material.js';
import { methodology } from './methodology.js';
import { overview } from './overview.js';
import { questionnaireReport } from './questionnaire-report.js';
import { robustness } from './robustness.js';

export type ReportId =
  | 'overview'
  | 'country-profile'
  | 'comparison'
  | 'methodology'
  | 'coherence'
  | 'robustness'
  | 'questionnaire'
  | 'filled-questionnaire';

interface Report {
  /** What has to be named beside the edition: nothing, one country, or two to eight. */
  readonly about: 'edition' | 'country' | 'countries';
  readonly make: (material: Material, countries: readonly string[]) => Document;
}

export const REPORTS: Readonly<Record<ReportId, Report>> = {
  overview: { about: 'edition', make: (material) => overview(material) },
  'country-profile': { about: 'country', make: (material, [country = '']) => countryProfile(material, country) },
  comparison: { about: 'countries', make: comparison },
  methodology: { about: 'edition', make: (material) => methodology(material) },
  coherence: { about: 'edition', make: (material) => coherence(material) },
  robustness: { about: 'edition', make: (material) => robustness(material) },
  questionnaire: { about: 'edition', make: (material) => questionnaireReport(material) },
  'filled-questionnaire': { about: 'country', make: (material, [country]) => questionnaireReport(material, country) },
};

/**
 * Every address of the site in one place, so that a page, a report and a test name the same one.
 * Must never: be built anywhere else by joining strings.
 */
import type { Links } from '../core/report/material.js';

const part = encodeURIComponent;

export const addressOf = {
  home: '/',
  edition: (edition: string) => `/editions/${part(edition)}`,
  countries: (edition: string) => `/editions/${part(edition)}/countries`,
  country: (edition: string, country: string) => `/editions/${part(edition)}/countries/${part(country)}`,
  explain: (edition: string, country: string, node: string) =>
    `/editions/${part(edition)}/countries/${part(country)}/explain/${part(node)}`,
  filled: (edition: string, country: string) => `/editions/${part(edition)}/countries/${part(country)}/questionnaire`,
  answers: (edition: string, country: string) => `/editions/${part(edition)}/countries/${part(country)}/answers`,
  section: (edition: string, country: string, section: string) =>
    `/editions/${part(edition)}/countries/${part(country)}/answers/${part(section)}`,
  checks: (edition: string, country: string) => `/editions/${part(edition)}/countries/${part(country)}/answers/checks`,
  askReopening: (edition: string, country: string) =>
    `/editions/${part(edition)}/countries/${part(country)}/answers/reopening`,
  signOff: (edition: string, country: string) =>
    `/editions/${part(edition)}/countries/${part(country)}/answers/sign-off`,
  questionHistory: (edition: string, country: string, question: string) =>
    `/editions/${part(edition)}/countries/${part(country)}/answers/history/${part(question)}`,
  /** The file itself, as a download. */
  evidence: (edition: string, country: string, id: string) =>
    `/editions/${part(edition)}/countries/${part(country)}/answers/evidence/${part(id)}`,
  compare: (edition: string, countries: readonly string[] = []) =>
    `/editions/${part(edition)}/compare${countriesQuery(countries)}`,
  /** The picker with one country chosen. */
  compareWith: (edition: string, country: string) => `/editions/${part(edition)}/compare?with=${part(country)}`,
  methodology: (edition: string) => `/editions/${part(edition)}/methodology`,
  coherence: (edition: string) => `/editions/${part(edition)}/coherence`,
  robustness: (edition: string) => `/editions/${part(edition)}/robustness`,
  robustnessRun: (edition: string) => `/editions/${part(edition)}/robustness/run`,
  /** The comparison of methods, with ready-made variants chosen. */
  methods: (edition: string, variants: readonly string[] = []) =>
    `/editions/${part(edition)}/methods${variants.length === 0 ? '' : `?variants=${variants.map(part).join(',')}`}`,
  questionnaire: (edition: string) => `/editions/${part(edition)}/questionnaire`,
  signIn: '/sign-in',
  signOut: '/sign-out',
  forgotten: '/forgotten',
  welcome: (token: string) => `/welcome/${part(token)}`,
  account: '/account',
  password: '/account/password',
  signOutEverywhere: '/account/sign-out-everywhere',
  desk: '/desk',
  accounts: '/desk/accounts',
  outbox: '/desk/outbox',
  oneAccount: (account: string) => `/desk/accounts/${part(account)}`,
  release: (edition: string, number: number) => `/editions/${part(edition)}/releases/${number}`,
  newEdition: '/desk/editions/new',
  settings: (edition: string) => `/desk/editions/${part(edition)}`,
  board: (edition: string) => `/desk/editions/${part(edition)}/board`,
  /** One section of a country's submission at the reading desk; the first where none is named. */
  checking: (edition: string, country: string, section = '') =>
    `/desk/editions/${part(edition)}/submissions/${part(country)}${section === '' ? '' : `?section=${part(section)}`}`,
  publish: (edition: string) => `/desk/editions/${part(edition)}/publish`,
} as const;

/** `?countries=KOR,FRA`: commas stay readable, since codes need no escaping and the address is meant to be sent. */
function countriesQuery(countries: readonly string[]): string {
  return countries.length === 0 ? '' : `?countries=${countries.map(part).join(',')}`;
}

/** The same address as a file: before the query, behind the path. */
export function fileAddress(address: string, ending: string): string {
  const [path = '', query] = address.split('?');
  return `${path}.${ending}${query === undefined ? '' : `?${query}`}`;
}

/** A chart of the report at an address. */
export function chartAddress(address: string, chart: string): string {
  const [path = '', query] = address.split('?');
  return `${path}/charts/${part(chart)}.svg${query === undefined ? '' : `?${query}`}`;
}

/** Where figures and names in reports lead. */
export function linksOf(edition: string): Links {
  return {
    edition: addressOf.edition(edition),
    country: (country) => addressOf.country(edition, country),
    explain: (country, node) => addressOf.explain(edition, country, node),
    methodology: addressOf.methodology(edition),
    robustness: addressOf.robustness(edition),
    release: (number, ending) => fileAddress(addressOf.release(edition, number), ending),
  };
}

/**
 * Whether a house is reached from its own machine alone: there, and only there, a demonstration may have accounts whose password
 * everybody knows.
 * Must never: take a name for an address of this machine because it sounds like one.
 */
import type { Config } from '../config.js';

export function isOnlyHere({ host, publicAddress }: Pick<Config, 'host' | 'publicAddress'>): boolean {
  return isOwn(host) && (publicAddress === undefined || isOwn(new URL(publicAddress).hostname));
}

const isOwn = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

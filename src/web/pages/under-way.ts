/**
 * What the page of an edition says while it is not yet published: in what state it is, until when countries answer, that results
 * come later.
 * Must never: say who takes part, who has answered, or how far anybody is.
 */
import type { Response } from 'express';
import type { UnderWay } from '../../journeys/publishing/see-results.js';
import { type Frame, plainFrame, type State } from '../frame.js';
import type { Site } from '../site.js';

/** View model of views/pages/under-way.ejs. */
interface UnderWayView {
  readonly frame: Frame;
  readonly heading: string;
  readonly state: State;
  readonly lead: string;
}

export function sayUnderWay(site: Site, response: Response, edition: UnderWay): void {
  const { title, invented } = edition;
  const frame = plainFrame(site, { title, crumbs: [{ label: title }] });
  const view = {
    frame: invented ? { ...frame, notice: site.words.say('edition.invented') } : frame,
    heading: title,
    state: underWayState(site, edition),
    lead: site.words.say('page.under-way.lead'),
  } satisfies UnderWayView;
  response.set('Cache-Control', 'no-cache').type('html').send(site.render('under-way', view));
}

/** In words: collection open until when, or that answers are being checked. */
export function underWayState({ words }: Pick<Site, 'words'>, { status, closes, isOpen }: UnderWay): State {
  const said = isOpen
    ? words.say(closes === undefined ? 'page.under-way.open' : 'page.under-way.open-until', {
        closes: closes === undefined ? '' : instantWords(words, closes),
      })
    : words.say(status === 'collecting' ? 'page.under-way.closed' : 'page.under-way.checking');
  return { sign: '◔', text: said, release: '' };
}

/** `30 June 2026, 22:00 UTC`. */
function instantWords(words: Site['words'], instant: string): string {
  return words.say('page.under-way.instant', { date: words.date(instant.slice(0, 10)), time: instant.slice(11, 16) });
}

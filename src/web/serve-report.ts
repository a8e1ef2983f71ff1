/**
 * Answers a request for a report as page, file or chart, from what is kept where nothing has moved.
 * Must never: know one report from another; the routes say what each adds.
 */
import type { Request, Response } from 'express';
import type { Problem } from '../core/problem.js';
import type { ChartSpec } from '../core/report/chart.js';
import type { Document } from '../core/report/document.js';
import { draw } from '../core/report/draw.js';

import type { ReportId } from '../core/report/reports.js';
import { documentOf } from '../journeys/comparing.js';

import { revisionOf } from '../journeys/computed-edition.js';
import { isProvisional } from '../journeys/publishing/see-results.js';
import type { Edition } from '../library/library.js';
import { formatOf } from '../render/formats.js';
import { toSvg } from '../render/svg.js';
import { chartAddress, fileAddress, linksOf } from './addresses.js';
import { endingOf } from './file-ending.js';
import type { Frame } from './frame.js';
import type { Rendered } from './kept-pages.js';
import { sayProblems } from './problem-page.js';
import { type Action, type PickerView, reportView } from './report-view.js';
import type { Site } from './site.js';

export interface Wish {
  /** As the gate handed it out. */
  readonly edition: Edition;
  readonly report: ReportId;
  readonly countries: readonly string[];
  /** Of the page, in its plain form. */
  readonly address: string;
  /** A chart of the report instead of the whole. */
  readonly chart?: string;
  readonly page: (document: Document) => Own;
}

/** What a report's page adds to its document. */
interface Own {
  readonly frame: Frame;
  readonly actions: readonly Action[];
  readonly picker?: PickerView;
}

export async function serveReport(site: Site, { request, response }: Exchange, wish: Wish): Promise<void> {
  const { world } = site;
  const { edition, report, countries } = wish;
  const ending = endingOf(response);
  const links = ending === undefined ? { links: linksOf(edition.id) } : {};
  const document = await documentOf(world, { edition, report, countries, ...links });
  if (!document.ok) return sayProblems(site, response, document);
  const made = makerOf(site, { wish, document: document.value, ending });
  if (made === undefined) {
    return sayProblems(site, response, { problems: [noFile(wish, ending)] });
  }
  if (isProvisional(edition)) return sendUnkept(response, await made.make());
  const revision = await revisionOf(world, edition);
  const release = [edition.id, edition.definition.hash.slice(0, 12), revision, site.assets.build].join('-');
  await site.pages(request, response, { ...made, revision: release });
}

const noFile = ({ chart }: Wish, ending = ''): Problem =>
  chart === undefined ? { code: 'no-file', details: { ending } } : { code: 'unknown-chart', details: { chart } };

/** What few may see is made for each of them anew, and no cache may have it. */
export function sendUnkept(response: Response, { type, body, saveAs }: Rendered): void {
  response.set('Cache-Control', 'no-store');
  if (saveAs !== undefined) response.attachment(saveAs);
  response.type(type).send(body);
}

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

interface Ready {
  readonly wish: Wish;
  readonly document: Document;
  readonly ending: string | undefined;
}

interface Maker {
  readonly address: string;
  readonly make: () => Promise<Rendered>;
}

function makerOf(site: Site, { wish, document, ending }: Ready): Maker | undefined {
  if (wish.chart !== undefined) return chartMaker(wish, document, { id: wish.chart, ending });
  const format = formatOf(ending ?? '');
  if (format !== undefined) {
    const { mediaType: type, render } = format;
    const saveAs = `${document.name}${format.ending}`;
    return {
      address: fileAddress(wish.address, format.id),
      make: async () => ({ type, body: await render(document), saveAs }),
    };
  }
  if (ending !== undefined) return undefined;
  const { address, edition } = wish;
  const make = async (): Promise<Rendered> => {
    const view = reportView(site, { edition, document, address, ...wish.page(document) });
    return { type: 'text/html; charset=utf-8', body: site.render('report', view) };
  };
  return { address, make };
}

/** Drawn as wide as in the page, and saved under the report's name and its own; or as its specification, for scripts. */
function chartMaker(wish: Wish, document: Document, { id, ending }: ChartFile): Maker | undefined {
  const spec = chartsOf(document).find((chart) => chart.id === id);
  if (spec === undefined) return undefined;
  const address = chartAddress(wish.address, id);
  if (ending === 'json') {
    const make = async (): Promise<Rendered> => ({ type: 'application/json', body: JSON.stringify(spec) });
    return { address: `${address} json`, make };
  }
  if (ending !== 'svg') return undefined;
  const saveAs = `${document.name}-${id}.svg`;
  return { address, make: async () => ({ type: 'image/svg+xml', body: toSvg(draw(spec, 1152), spec), saveAs }) };
}

interface ChartFile {
  readonly id: string;
  readonly ending: string | undefined;
}

function chartsOf({ blocks }: Document): readonly ChartSpec[] {
  return blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
}

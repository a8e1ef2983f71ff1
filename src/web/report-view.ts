/**
 * A report as a page: its blocks with the addresses of their files, what can be taken along, and what to do next.
 * Must never: add a figure or a finding; those come with the document.
 */
import type { Block, Document } from '../core/report/document.js';
import type { Edition } from '../library/library.js';
import { type BlocksView, blocksView } from '../render/page-blocks.js';
import { addressOf, chartAddress, fileAddress } from './addresses.js';
import type { Frame } from './frame.js';
import type { Site } from './site.js';

/** View model of views/pages/report.ejs. */
export interface ReportView {
  readonly frame: Frame;
  readonly document: { readonly title: string; readonly lead: string };
  readonly view: BlocksView;
  readonly actions: readonly Action[];
  readonly files: readonly FileOffer[];
  readonly computed: Computed;
  readonly picker?: PickerView;
}

export interface Action {
  readonly label: string;
  readonly href: string;
  readonly main?: boolean;
}

interface FileOffer extends Action {
  readonly note: string;
}

/** How the figures came about, and where to read on. */
interface Computed {
  readonly kind: Edition['kind'];
  readonly methodology: string;
  /** Of the source; '' where it has none. */
  readonly source: string;
}

/** The countries of a comparison, and those that may be added. */
export interface PickerView {
  readonly action: string;
  readonly chosen: readonly { readonly code: string; readonly name: string; readonly without: string }[];
  readonly others: readonly { readonly code: string; readonly name: string }[];
  /** Whether another still fits. */
  readonly room: boolean;
  /** How many selects to offer at once while nothing is compared yet. */
  readonly blanks: number;
  readonly problems: readonly string[];
  readonly most: number;
}

/** What a report's page adds to its document. */
export interface ReportPage {
  readonly edition: Edition;
  readonly document: Document;
  /** Of the page itself. */
  readonly address: string;
  readonly frame: Frame;
  readonly actions: readonly Action[];
  readonly picker?: PickerView;
}

export function reportView(site: Site, page: ReportPage): ReportView {
  const { document, address, edition, picker } = page;
  const links = { svg: (chart: string) => chartAddress(address, chart), csv: fileAddress(address, 'csv') };
  return {
    frame: page.frame,
    document: { title: document.title, lead: document.lead ?? '' },
    view: blocksView({ ...document, blocks: document.blocks.filter((block) => !isNotice(block)) }, links),
    actions: page.actions,
    files: filesOf(site, address),
    computed: {
      kind: edition.kind,
      methodology: addressOf.methodology(edition.id),
      source: edition.address ?? '',
    },
    ...(picker === undefined ? {} : { picker }),
  };
}

/** That all is invented stands above every page of the edition already. */
const isNotice = (block: Block): boolean => block.kind === 'note' && block.tone === 'invented';

const ENDINGS = ['csv', 'xlsx', 'json', 'pdf'] as const;

function filesOf({ words }: Site, address: string): readonly FileOffer[] {
  return ENDINGS.map((ending) => ({
    label: words.say(`page.files.${ending}.label`),
    note: words.say(`page.files.${ending}.note`),
    href: fileAddress(address, ending),
  }));
}

/** Blocks of a report as HTML: what pages and the standalone file show. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/core/report/document.js';
import { blocksView } from '../../src/render/page-blocks.js';
import { template } from '../../src/render/templates.js';
import { documentOf, HEAT_TABLE, PROFILE, paragraph, tableOf } from './documents.js';

const shown = template('document');
const html = (...blocks: readonly Block[]): string => shown({ view: blocksView(documentOf(blocks)) });

describe('blocks in a page', () => {
  it('stand in sections under their headings', () => {
    const page = html(
      paragraph('Before any heading.'),
      { kind: 'heading', level: 2, id: 'one', text: 'One' },
      { kind: 'paragraph', tone: 'measure', text: 'Scale 0 to 1.' },
      { kind: 'list', items: ['first', [{ text: 'second', strong: true, hue: 2 }, { text: ' more' }]] },
      { kind: 'heading', level: 3, id: 'two', text: 'Two' },
      { kind: 'note', tone: 'invented', text: 'All invented.' },
      { kind: 'source', text: [{ text: 'Source', href: 'https://example.org' }] },
    );
    expect(page).toMatchInlineSnapshot(`
      "<section>
      <p>Before any heading.</p>
      </section>
      <section aria-labelledby="one">
      <h2 id="one">One</h2>
      <p class="measure">Scale 0 to 1.</p>
      <ul class="points">
      <li>first</li>
      <li><b><span class="p2t">second</span></b> more</li>
      </ul>
      <h3 id="two">Two</h3>
      <p class="remark invented"><span class="tone">Invented.</span> All invented.</p>
      <p class="src"><a href="https://example.org">Source</a></p>
      </section>
      "
    `);
  });

  it('show key figures with marks, ranks and strips', () => {
    const [keys] = PROFILE.blocks;
    const page = keys === undefined ? '' : html(keys);
    expect(page.replace(/<svg[\s\S]*?<\/svg>/g, '<svg/>')).toMatchInlineSnapshot(`
      "<section>
      <div class="keys">
      <div><h2 class="kl">Index</h2>
      <p class="fig">0.79<span class="mk mk-p" title="published"></span><span class="vh"> published</span></p>
      <p class="rk"><b>3rd of 40</b></p>
      <p class="kn">recomputed 0.79</p>
      <svg/>
      </div>
      <div><h2 class="kl p1t">Availability</h2>
      <p class="fig">0.64<span class="mk mk-p" title="published"></span><span class="vh"> published</span></p>
      <p class="rk"><b>10th of 40</b></p>
      <svg/>
      </div>
      <div><h2 class="kl p2t">Accessibility</h2>
      <p class="fig">0.96<span class="mk" title="recomputed"></span><span class="vh"> recomputed</span></p>
      <p class="rk"><b>1st of 40</b></p>
      <svg/>
      </div>
      <div><h2 class="kl p3t">Re-use</h2>
      <p class="fig">–</p>
      <p class="kn">one answer is missing</p>
      </div>
      </div>
      </section>
      "
    `);
  });

  it('show a table with heads, marks, and reasons in words', () => {
    const table = PROFILE.blocks.find((block) => block.kind === 'table');
    const page = table === undefined ? '' : html(table);
    const rows = page.split('\n').filter((line) => line.startsWith('<tr'));
    expect(rows[0]).toContain('<th scope="col" class="n">Rank of 40</th>');
    expect(rows[1]).toContain('<tr class="pil"><th scope="row" class="p1t">Availability</th>');
    expect(rows[2]).toContain('0.97 <span class="mk mk-p" title="published"></span><span class="vh"> published</span>');
    expect(rows.at(-1)).toContain('<td class="n missing">– <sup><abbr title="not answered">a</abbr></sup></td>');
    expect(page).toContain('<b>a</b> not answered');
  });

  it('shade a heat table in eleven steps, hatch what is missing, and say what unmarked figures are', () => {
    const page = html(HEAT_TABLE);
    expect(page).toContain('<th scope="colgroup" colspan="3" class="p1t">Availability</th>');
    expect(page).toContain('<td class="c p1 h0">0.00</td>');
    expect(page).toContain('class="c p3 h9"');
    expect(page).toContain('class="c missing"');
    expect(page).toContain('answers not validated by the closing date');
    expect(page).not.toMatch(/ style=/);
  });

  it('fold the twin of a chart away', () => {
    const table = tableOf([['a'], ['1']]);
    const page = table.kind === 'table' ? html({ ...table, twinOf: 'profile' }) : '';
    expect(page).toMatch(
      /<details class="twin"><summary>The same figures as a table<\/summary>[\s\S]*<\/table>[\s\S]*<\/details>/,
    );
  });

  it('draw a chart wide and narrow, its title only where no heading says the same', () => {
    const chart = PROFILE.blocks.find((block) => block.kind === 'chart');
    const page = chart === undefined ? '' : html(chart);
    expect(page.match(/<svg [^>]*class="chart (wide column|narrow)"/g)).toHaveLength(2);
    expect(page).toContain('<b>Ahead of the mean on all but one sub-pillar</b>');
    expect(shown({ view: blocksView(PROFILE) })).not.toContain('<b>Ahead of the mean');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('offer the files of a chart where a page has them', () => {
    const view = blocksView(PROFILE, { svg: (chart) => `/x/charts/${chart}.svg`, csv: '/x.csv' });
    expect(shown({ view })).toContain(
      '<a href="/x/charts/profile.svg">Chart as SVG</a> <a href="/x.csv">Its data as CSV</a>',
    );
    expect(html(...PROFILE.blocks)).not.toContain('Chart as SVG');
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&lt;',
    "' onmouseover='x",
    '#{7*7}<%= 7*7 %>',
    '\u202Etxet',
  ])('show the naughty string %j as text everywhere', (text) => {
    const escaped = text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&#34;')
      .replace(/'/g, '&#39;');
    const page = html(
      { kind: 'heading', level: 2, id: 'x', text },
      paragraph(text),
      { kind: 'list', items: [text] },
      { kind: 'key-figures', items: [{ label: text, value: text, rank: text, note: text }] },
      {
        kind: 'table',
        table: {
          id: 'x',
          caption: text,
          columns: [{ title: text, numeric: false, group: text }],
          rows: [{ cells: [{ text, also: text }] }, { cells: [{ text: '', why: text }] }],
        },
      },
      { kind: 'note', tone: 'info', text },
      { kind: 'source', text },
    );
    if (escaped !== text) expect(page).not.toContain(text);
    expect(page.split(escaped).length - 1).toBe(17);
  });

  it('link only to addresses that open a page', () => {
    const run = (href: string) => html({ kind: 'paragraph', text: [{ text: 'x', href }] });
    for (const href of [
      'https://example.org',
      'http://example.org',
      '/editions',
      '#table',
      '?sort=name',
      'mailto:a@example.org',
    ]) {
      expect(run(href)).toContain(`<a href="${href}">`);
    }
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '//example.org',
      '/\\example.org',
      'file:///etc/passwd',
      ' javascript:x',
    ]) {
      expect(run(href)).not.toContain('<a ');
    }
  });
});

// P3: a country profile against bare pdfkit, which sets the same amount of text and lines with the same fonts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { documentOf } from '../../dist/journeys/comparing.js';
import { toPdf } from '../../dist/render/pdf.js';
import { medians, report } from './measure.js';
import { root } from './world.js';

export async function benchPdf(world) {
  const edition = world.library.editions.get('ourdata-2023');
  const profileOf = (country) => documentOf(world, { edition, report: 'country-profile', countries: [country] });
  const made = await profileOf('POL');
  if (!made.ok) throw new Error('no profile of Poland');
  const bytes = await toPdf(made.value);
  const pages = (bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
  const times = await medians({ profile: () => toPdf(made.value), floor: () => barePdf(pages) }, 15);
  const ratio = times.profile / times.floor;
  report(
    `P3 country profile, ${pages} pages, ${Math.round(bytes.length / 1000)} kB`,
    `${times.profile.toFixed(0)} ms, ${ratio.toFixed(2)} × bare pdfkit`,
    '≤ 2 ×',
    ratio <= 2,
  );
  report(
    'P3 size',
    `${((bytes.length / 1000 / pages) * 2).toFixed(0)} kB for two pages`,
    '< 100 kB',
    (bytes.length / pages) * 2 < 100_000,
  );
  const same = (await toPdf(made.value)).equals(bytes);
  report('P3 same input, same bytes', same ? 'equal' : 'different', 'equal', same);
  const start = performance.now();
  for (const country of edition.countries) {
    const one = await profileOf(country);
    if (one.ok) await toPdf(one.value);
  }
  const all = performance.now() - start;
  report('P3 40 profiles', `${(all / 1000).toFixed(2)} s`, '< 3 s', all < 3000);
}

const FONTS = Object.fromEntries(
  ['400Regular', '600SemiBold', '700Bold'].map((weight) => [
    weight,
    readFileSync(join(root, 'views/assets/fonts', `IBMPlexSans_${weight}.ttf`)),
  ]),
);

/** About as many words, lines and boxes per page as a profile has, and nothing else: no tags, no layout. */
function barePdf(pages) {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({
      size: 'A4',
      autoFirstPage: false,
      info: { CreationDate: new Date(0), ModDate: new Date(0) },
    });
    const chunks = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    for (const [name, font] of Object.entries(FONTS)) pdf.registerFont(name, font);
    for (let page = 0; page < pages; page++) {
      pdf.addPage();
      for (let row = 0; row < 45; row++) {
        const y = 50 + row * 15;
        pdf.font(row % 5 === 0 ? '600SemiBold' : '400Regular').fontSize(9);
        for (let column = 0; column < 6; column++)
          pdf.text(column === 0 ? `Sub-pillar ${row}` : `${(row * column) / 100}`, 50 + column * 85, y, {
            lineBreak: false,
          });
        pdf
          .moveTo(50, y + 12)
          .lineTo(545, y + 12)
          .stroke();
        pdf.rect(300, y, row, 8).fill('#0072b2');
      }
    }
    pdf.end();
  });
}

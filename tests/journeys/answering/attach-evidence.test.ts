/** Evidence: what a file is, is told by its content; what was attached can be had as it was, and no more than the quota. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attachEvidence,
  type EvidenceEntry,
  withdrawEvidence,
} from '../../../src/journeys/answering/attach-evidence.js';
import { kindOf } from '../../../src/journeys/answering/file-kinds.js';
import { fileName } from '../../../src/journeys/answering/file-name.js';
import { readEvidence } from '../../../src/journeys/answering/read-evidence.js';
import type { World } from '../../../src/journeys/world.js';
import { aCollectedEdition, commit, delegateOf, SECRETARY } from '../../fixtures/a-collected-edition.js';
import { aWorld } from '../../web/a-world.js';
import { at, codeOf, got } from './at-work.js';
import { aZip, PDF, PNG } from './files.js';

let world: World;
let edition: string;
beforeAll(async () => {
  world = await aWorld();
  edition = await aCollectedEdition(world);
});
afterAll(() => world.store.close());

const person = (country: string) => delegateOf(country, edition);
const NOTHING = { title: '', address: '', language: '', passage: '', date: '' };

async function attach(country: string, entry: Partial<EvidenceEntry>) {
  const answering = await at(world, person(country), edition, country);
  const whole = { ...NOTHING, section: 'policy', question: 'q1', title: 'A decree', ...entry };
  return attachEvidence(world, { person: person(country), answering }, whole);
}

const evidenceOf = async (country: string) => (await world.store.submission(edition, country)).evidence;

describe('a file', () => {
  it.each([
    ['a PDF', PDF, 'x.exe', 'application/pdf'],
    ['a picture', PNG, 'decree.pdf', 'image/png'],
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'a', 'image/jpeg'],
    ['a GIF', Buffer.from('GIF89a.......'), 'a', 'image/gif'],
    ['a WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), 'a', 'image/webp'],
    ['a table', Buffer.from('a;b\n1;2\n'), 'a.csv', 'text/csv'],
    ['plain text', Buffer.from('Ελλάδα\r\n'), 'a.html', 'text/plain'],
    ['a Word document', aZip('[Content_Types].xml', 'word/document.xml'), 'a', 'wordprocessingml.document'],
    ['a workbook', aZip('[Content_Types].xml', 'xl/workbook.xml'), 'a', 'spreadsheetml.sheet'],
    ['slides', aZip('[Content_Types].xml', 'ppt/presentation.xml'), 'a', 'presentationml.presentation'],
    [
      'an OpenDocument text',
      aZip({ mimetype: 'application/vnd.oasis.opendocument.text' }, 'META-INF/manifest.xml'),
      'a',
      'opendocument.text',
    ],
  ])('is known by its content: %s', (_what, content, name, type) => {
    expect(got(kindOf(content, name)).type).toContain(type);
  });

  it.each([
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-kind-refused'],
    [
      'a picture with a script in it',
      Buffer.from(' \n<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'file-kind-refused',
    ],
    ['a program', Buffer.from('MZ\x90\0\x03', 'latin1'), 'file-kind-refused'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf ~\n'), 'file-kind-refused'],
    ['an old Office file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-old-office'],
    ['a document with macros', aZip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'file-macros'],
    ['a zip of anything', aZip('decree.pdf'), 'file-kind-refused'],
    ['half a zip', aZip('[Content_Types].xml', 'word/document.xml').subarray(0, 60), 'file-kind-refused'],
    [
      'a zip whose directory lies',
      Buffer.concat([PDF.subarray(0, 0), aZip('a').fill(255, 30, 60)]),
      'file-kind-refused',
    ],
    ['bytes', Buffer.from([0xff, 0xfe, 0, 1]), 'file-kind-refused'],
  ])('is refused with a reason: %s', (_what, content, code) => {
    expect(codeOf(kindOf(content, 'decree.pdf'))).toBe(code);
  });

  it('goes by a name that is no path, misleads nobody and ends as what it is', () => {
    expect(fileName('../../etc/passwd', 'txt')).toBe('passwd.txt');
    expect(fileName('C:\\Decree 14.PDF', 'pdf')).toBe('Decree 14.pdf');
    expect(fileName('decree.html', 'txt')).toBe('decree.html.txt');
    expect(fileName('fdp.\u202eexe', 'pdf')).toBe('fdp.exe.pdf');
    expect(fileName('\r\nSet-Cookie: a"b', 'png')).toBe('Set-Cookie ab.png');
    expect(fileName('', 'pdf')).toBe('file.pdf');
    expect(fileName('Διάταγμα.docx', 'docx')).toBe('Διάταγμα.docx');
    expect(fileName('x'.repeat(500), 'pdf').length).toBeLessThan(130);
  });
});

describe('attaching', () => {
  it('keeps a file under a random name, and gives it back whole to whoever may see the submission', async () => {
    got(await attach('XAA', { file: { name: 'decree.pdf', content: PDF } }));
    const [kept] = await evidenceOf('XAA');
    expect(kept).toMatchObject({
      kind: 'file',
      file: { name: 'decree.pdf', type: 'application/pdf', bytes: PDF.length },
    });
    const place = { edition, country: 'XAA', id: kept?.id ?? '' };
    expect(place.id).toMatch(/^[0-9a-f]{32}$/);
    for (const who of [person('XAA'), SECRETARY]) {
      expect(got(await readEvidence(world, who, place)).content.equals(PDF)).toBe(true);
    }
    expect(codeOf(await readEvidence(world, person('XAB'), place))).toBe('not-permitted');
    // The same id asked for under another country's name.
    expect(codeOf(await readEvidence(world, person('XAB'), { ...place, country: 'XAB' }))).toBe('not-permitted');
  });

  it('pressed twice attaches once', async () => {
    for (let twice = 0; twice < 2; twice += 1) got(await attach('XAA', { file: { name: 'b.pdf', content: PDF } }));
    got(await attach('XAA', { title: 'A page', address: 'https://gov.example/a' }));
    got(await attach('XAA', { title: 'A page', address: ' https://gov.example/a' }));
    expect((await evidenceOf('XAA')).map(({ title }) => title).sort()).toEqual(['A decree', 'A page']);
  });

  it('says what is missing or too much', async () => {
    expect(await attach('XAA', {})).toMatchObject({ problems: [{ code: 'evidence-empty' }] });
    expect(codeOf(await attach('XAA', { address: 'javascript:alert(1)' }))).toBe('link-not-web');
    expect(codeOf(await attach('XAA', { title: ' ', address: 'https://gov.example' }))).toBe('title-required');
    const file = (content: Buffer) => ({ file: { name: 'a.pdf', content } });
    expect(codeOf(await attach('XAA', file(Buffer.alloc(0))))).toBe('file-empty');
    expect(codeOf(await attach('XAA', file(Buffer.alloc(10 * 2 ** 20 + 1, '%PDF-'))))).toBe('file-too-large');
    expect(codeOf(await attach('XAA', { question: 'q5', address: 'https://gov.example' }))).toBe('unknown-question');
  });

  it('stops at the quota of the country', async () => {
    const file = { name: 'a.pdf', type: 'application/pdf', bytes: 200 * 2 ** 20 - PDF.length + 1, hash: 'h' };
    await commit(world, { kind: 'submission', edition, country: 'XAB' }, [
      { kind: 'submission-begun' },
      {
        kind: 'evidence-attached',
        evidence: { id: 'a'.repeat(32), question: 'q2', kind: 'file', title: 'Much', file },
      },
    ]);
    expect(codeOf(await attach('XAB', { file: { name: 'a.pdf', content: PDF } }))).toBe('quota-full');
    got(await attach('XAB', { address: 'https://gov.example' }));
  });

  it('is taken back by the country alone, and stays to be had where it was submitted', async () => {
    const id = (await evidenceOf('XAA')).find(({ kind }) => kind === 'file')?.id ?? '';
    const { answers, remarks, evidence } = await world.store.submission(edition, 'XAA');
    await commit(world, { kind: 'submission', edition, country: 'XAA' }, [
      { kind: 'submission-submitted', snapshot: { answers, remarks, evidence }, hash: 'h' },
      { kind: 'submission-reopened', reason: 'Please' },
    ]);
    const answering = await at(world, SECRETARY, edition, 'XAA');
    expect(codeOf(await withdrawEvidence(world, { person: SECRETARY, answering }, id))).toBe('not-permitted');
    const own = { person: person('XAA'), answering: await at(world, person('XAA'), edition, 'XAA') };
    for (let twice = 0; twice < 2; twice += 1) got(await withdrawEvidence(world, own, id));
    expect((await evidenceOf('XAA')).map((one) => one.id)).not.toContain(id);
    expect(codeOf(await readEvidence(world, SECRETARY, { edition, country: 'XAA', id }))).toBe('ok');
  });
});

import { describe, expect, it } from 'vitest';
import { makeWords } from '../../src/core/text/make-words.js';
import { loadTexts } from '../../src/library/load-texts.js';
import { composeMessage } from '../../src/post/compose-message.js';
import { mailOf } from '../../src/post/mail-of.js';
import { TEMPLATES, type Template } from '../../src/store/store.js';

const words = makeWords(loadTexts('.'), 'en');
const publicAddress = 'https://survey.example.org';
const compose = (template: Template, details: Record<string, string>) =>
  composeMessage(words, { template, details }, { publicAddress });

const everything = {
  name: 'Ada Arven',
  link: 'https://survey.example.org/welcome/abc_DEF-123',
  expires: '2026-11-28T14:30:00.000Z',
  closes: '2026-12-18T17:00:00.000Z',
  at: '2026-11-21T12:03:00.000Z',
  edition: 'Demonstration 2026',
  country: 'Arvenia',
  role: 'delegate',
  reason: 'Question 5: the address leads nowhere.\nQuestion 7: please say which law.',
  days: '3',
  answered: '40',
  asked: '80',
  hash: 'abc123',
  number: '2',
  note: 'One score was corrected.',
};

describe('a message', () => {
  it.each(TEMPLATES)('of the template “%s” says whom it is for and where to go, in text and in HTML', (template) => {
    const { subject, text, html } = compose(template, everything);
    expect(subject.length).toBeGreaterThan(5);
    for (const form of [text, html]) {
      expect(form).toContain('Dear Ada Arven,');
      expect(form).toContain(everything.link);
      expect(form).toContain(publicAddress);
      expect(form).not.toMatch(/\{|undefined/);
    }
    expect(html).toContain(`<a href="${everything.link}">`);
  });

  it.each(TEMPLATES)('of the template “%s” can be written without a single detail', (template) => {
    expect(compose(template, {}).text).toContain('Hello,');
  });

  it('writes instants out in UTC and counts days', () => {
    const { subject, text } = compose('deadline', everything);
    expect(subject).toBe('Demonstration 2026: 3 days left for Arvenia');
    expect(text).toContain('closes on 18 December 2026, 17:00 UTC. That is in 3 days.');
    expect(text).toContain('answered 40 of 80 questions');
    expect(compose('deadline', { ...everything, days: '1' }).subject).toContain('one day left');
  });

  it('invites in the words of the role, and leaves out what was not said', () => {
    expect(compose('invitation', everything).text).toContain('You are asked to answer for Arvenia as its delegate.');
    const bare = compose('invitation', { name: 'Sol', link: everything.link, expires: everything.expires });
    expect(bare.subject).toBe('Your invitation to Alidade');
    expect(bare.text).not.toContain('The edition is');
    expect(bare.text).toContain('until 28 November 2026, 14:30 UTC');
  });

  it('tells a correction from a first publication', () => {
    expect(compose('published', everything).subject).toBe('Demonstration 2026: corrected publication');
    const first = compose('published', { ...everything, number: '1', note: '' });
    expect(first.subject).toBe('Demonstration 2026 is published');
    expect(first.text).not.toContain('What changed');
  });

  it('keeps the lines of a reason and lets nothing of it become markup', () => {
    const reason = 'First.\n<script>alert("x")</script> & \'more\'';
    const { text, html } = compose('returned', { ...everything, reason });
    expect(text).toContain(reason);
    expect(html).toContain('First.<br>\n&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;');
    expect(html).not.toContain('<script');
  });

  it('makes only an address of the web something to press', () => {
    const { html } = compose('returned', { ...everything, link: 'javascript:alert(1)' });
    expect(html).not.toContain('href');
    const quoted = compose('returned', { ...everything, link: 'https://x.example/"onclick="y' });
    expect(quoted.html).toContain('href="https://x.example/&quot;onclick=&quot;y"');
  });

  it('has a subject of one line, whatever the edition is called', () => {
    const { subject } = compose('receipt', {
      ...everything,
      edition: 'Round\r\nBcc: all@example.org\u0000',
      country: 'A',
    });
    expect(subject).toBe('Round Bcc: all@example.org : the answers of A have arrived');
    expect(compose('receipt', { ...everything, edition: 'x'.repeat(900) }).subject.length).toBe(200);
  });
});

describe('a letter', () => {
  const sender = { words, publicAddress, from: undefined };
  const letter = (to: string, once = 'receipt:1') =>
    mailOf(sender, { once, to, template: 'receipt', details: everything }, everything.at);

  it('keeps its Message-ID however often it is tried, and no other has it', () => {
    expect(letter('ada@arvenia.example')?.messageId).toBe(letter('ada@arvenia.example')?.messageId);
    expect(letter('ada@arvenia.example')?.messageId).toMatch(/^<[0-9a-f]{40}@survey\.example\.org>$/);
    expect(letter('ada@arvenia.example', 'receipt:2')?.messageId).not.toBe(letter('ada@arvenia.example')?.messageId);
  });

  it.each(['', 'ada', 'a@b, c@d', 'a@b\nBcc: c@d', 'Ada <a@b>', 'a@b@c', 'a b@c'])('goes to nobody at “%s”', (to) => {
    expect(letter(to)).toBeUndefined();
  });
});

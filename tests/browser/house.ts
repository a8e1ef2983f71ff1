/**
 * The running house, for tests in a real browser: the built server on a port of its own with a fresh data folder, and
 * Debian's Chromium. Without Chromium these tests say that they are skipped; with CI set they fail.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const canBrowse = existsSync(CHROMIUM) || process.env.CI !== undefined;

export interface House {
  readonly address: string;
  readonly browser: Browser;
  /** Ends the server at once, as a power cut would, and starts it again on the same data. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param tested editions whose ranks were put to the test before */
export async function openHouse(...tested: readonly string[]): Promise<House> {
  const data = mkdtempSync(join(tmpdir(), 'alidade-browser-'));
  const env = { ...process.env, ALIDADE_DATA: data };
  for (const edition of tested) {
    execFileSync(process.execPath, ['dist/main.js', 'robustness', edition, '--runs', '1000'], { env, stdio: 'ignore' });
  }
  let server = await startServer(data, '0');
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const { address } = server;
  return {
    address,
    browser,
    restart: async () => {
      server.process.kill('SIGKILL');
      await new Promise((resolve) => server.process.once('exit', resolve));
      server = await startServer(data, new URL(address).port);
    },
    close: async () => {
      await browser.close();
      server.process.kill('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function startServer(data: string, port: string): Promise<{ address: string; process: ChildProcess }> {
  const child = spawn(process.execPath, ['dist/main.js', 'serve', '--demonstration'], {
    // Nothing is computed by itself: a page would change while it is looked at.
    env: { ...process.env, PORT: port, HOST: '127.0.0.1', ALIDADE_DATA: data, ALIDADE_THREADS: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
  return { address, process: child };
}

export interface Visit {
  readonly width?: 1280 | 390;
  readonly dark?: boolean;
  readonly javaScript?: boolean;
}

/** A visitor with a browser of her own; faults of the page and breaches of its policy are collected and must stay none. */
export async function visit(
  house: House,
  how: Visit = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await house.browser.newContext({
    viewport: { width: how.width ?? 1280, height: 900 },
    colorScheme: how.dark ? 'dark' : 'light',
    javaScriptEnabled: how.javaScript ?? true,
    bypassCSP: false,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  return { page, context, faults };
}

/** The password of all people of the demonstration. */
const PASSWORD = 'open-by-default-2026';

/** Signs in as the one person of a role that the demonstration prints, and arrives at the desk. */
export async function signInAs(page: Page, house: House, role: string): Promise<void> {
  await page.goto(`${house.address}/sign-in`);
  await page.locator('#email').fill(`${role}@alidade.example`);
  await page.locator('#password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/desk$/);
}

/** Guidance, table twins and the like, so that what is folded away is looked at too. */
export async function openFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.setAttribute('open', '');
  });
}

/** axe finds nothing, and the page does not scroll sideways. */
export async function expectKind(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).analyze();
  expect(
    found.violations.map(
      (v) =>
        `${page.url()} ${v.id}: ${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
    ),
  ).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways by ${overflow} px`).toBeLessThanOrEqual(0);
}

import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { join } from 'node:path';
import { onExit } from './cleanup';
import { BENCH, setting } from './paths';

/** A slow phone: how much slower its processor is, and its connection. */
export const PHONE = { cpu: 4, bytesPerSecond: 10_000_000 / 8, latency: 40 };

/** For a machine that has much else to do. */
const PATIENCE = 120_000;

/** Starts Chromium. Frames follow each other without waiting for a screen, so that not the screen is measured. */
export async function startChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: setting('MKM_CHROMIUM'),
    // Chromium's sandbox refuses to work for root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-frame-rate-limit', '--disable-gpu-vsync', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  onExit(() => browser.close());
  return browser;
}

/** A browser that nobody used before, in which every page notes what happens to it (`window.bench`). */
export async function newVisitor(browser: Browser, cookie = ''): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript({ content: await watchScript() });
  await context.addCookies(cookie.split('; ').filter((pair) => pair !== '').map(asCookie));
  return context;
}

function asCookie(pair: string) {
  const at = pair.indexOf('=');
  const secure = pair.startsWith('__Host-');
  return { name: pair.slice(0, at), value: pair.slice(at + 1), domain: 'localhost', path: '/', secure, httpOnly: true, sameSite: 'Lax' as const };
}

let built: Promise<string> | undefined;

function watchScript(): Promise<string> {
  built ??= bundle(join(BENCH, 'in-browser/watch.ts'), 'iife');
  return built;
}

/** One script for the browser, of this file and what it imports; `esm` for a page, `iife` for what is put before one. */
export async function bundle(entry: string, format: 'esm' | 'iife'): Promise<string> {
  const made = await build({ entryPoints: [entry], bundle: true, write: false, format, minify: true, target: 'es2022' });
  return made.outputFiles[0]?.text ?? '';
}

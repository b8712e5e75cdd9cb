import type { CDPSession, Page } from 'playwright-core';

const sessions = new WeakMap<Page, CDPSession>();

/** Processor time of a page's main thread, in milliseconds; what others use is not in it. */
export interface MainThread {
  readonly all: number;
  /** Of it: scripts and WebAssembly, with what they change in the document. */
  readonly script: number;
  /** Of it: styling and laying out. */
  readonly layout: number;
}

/** What it has used so far. */
export async function mainThread(page: Page): Promise<MainThread> {
  const { metrics } = await (await sessionOf(page)).send('Performance.getMetrics');
  const of = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1000;
  return { all: of('TaskDuration'), script: of('ScriptDuration'), layout: of('RecalcStyleDuration') + of('LayoutDuration') };
}

async function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known !== undefined) return known;
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  sessions.set(page, session);
  return session;
}

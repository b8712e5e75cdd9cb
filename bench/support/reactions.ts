import type { Page } from 'playwright-core';
import type { Reaction } from '../in-browser/watch';
import { mainThread, type MainThread } from './main-thread';

/** What came of one click or letter, and what it cost. */
export interface Cost extends Reaction {
  /** What the page's main thread used, until it stood still. */
  readonly cpu: MainThread;
}

/** Words that are typed into a filter. Each letter is an input; none needs a dead key. */
export const WORDS = ['schmidt', 'berger', 'hans', 'elektro', 'gmbh', 'wolf', '10123', 'verlag'];

/** Clicks, and says when what changed below `root` was painted; nothing where nothing changed. */
export async function click(page: Page, selector: string, root: string, withShift = false): Promise<Cost | undefined> {
  const target = page.locator(selector);
  // The pointer is there before, so that no hover is measured.
  await target.hover();
  const reaction = await watch(page, 'click', root);
  if (withShift) await page.keyboard.down('Shift');
  await page.mouse.down();
  await page.mouse.up();
  if (withShift) await page.keyboard.up('Shift');
  return reaction();
}

/** Types a word letter by letter into a field; gives a reaction for each letter that changed something. */
export async function type(page: Page, selector: string, root: string, word: string): Promise<Cost[]> {
  const field = page.locator(selector);
  await field.fill('');
  await page.waitForTimeout(400);
  await field.focus();
  const reactions: Cost[] = [];
  for (const letter of word) {
    const reaction = await watch(page, 'keydown', root);
    await page.keyboard.press(letter);
    const seen = await reaction();
    if (seen !== undefined) reactions.push(seen);
  }
  return reactions;
}

/** Begins to watch; the function that is returned waits for what comes of it. */
async function watch(page: Page, kind: 'click' | 'keydown', root: string): Promise<() => Promise<Cost | undefined>> {
  const handle = await page.evaluateHandle(([kind, root]) => ({ seen: window.bench.watchInput(kind, root) }), [kind, root] as const);
  const before = await mainThread(page);
  return async () => {
    const reaction = await handle.evaluate(({ seen }) => seen);
    if (reaction === undefined) return undefined;
    const after = await mainThread(page);
    const cpu = { all: after.all - before.all, script: after.script - before.script, layout: after.layout - before.layout };
    return { ...reaction, cpu };
  };
}

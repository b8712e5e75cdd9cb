import { nextPaint } from './paint';

/** What a page noted of itself; times in milliseconds since its navigation began. */
export interface Noted {
  /** When the largest piece of what is seen first was painted. */
  largestPaint: number;
  /** Sum of all layout shifts that nobody caused. */
  shift: number;
  /** The longest task over 50 ms; 0 where there was none. */
  longestTask: number;
  /** When WebAssembly had taken the page over. */
  usable: number | undefined;
  /** When the whole list was decoded, and the page had drawn what follows from it. */
  listReady: number | undefined;
}

/** What came of one click or letter, in milliseconds. */
export interface Reaction {
  /** From the input to the last frame that it changed. */
  paint: number;
}

declare global {
  interface Window {
    bench: { noted: Noted; watchInput(event: 'click' | 'keydown', root: string): Promise<Reaction | undefined> };
  }
}

/** Nothing changes any more after this time. */
const STILL = 120;
/** Whatever has not changed after this time does not change. */
const PATIENCE = 3_000;

const noted: Noted = { largestPaint: 0, shift: 0, longestTask: 0, usable: undefined, listReady: undefined };

observe('largest-contentful-paint', (entry) => {
  noted.largestPaint = entry.startTime;
});
observe('layout-shift', (entry) => {
  const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
  if (!shift.hadRecentInput) noted.shift += shift.value;
});
observe('longtask', (entry) => {
  noted.longestTask = Math.max(noted.longestTask, entry.duration);
});
// The page notes it itself. What follows from a list is drawn in the task that it comes in.
observe('mark', (entry) => {
  if (entry.name === 'hydrated') noted.usable = entry.startTime;
  if (entry.name === 'whole list') nextPaint((now) => (noted.listReady ??= now));
});
window.bench = { noted, watchInput };

function observe(type: string, note: (entry: PerformanceEntry) => void): void {
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
}

/** Watches the next input of this kind, and what changes below `root` because of it; nothing, where nothing does. */
function watchInput(kind: 'click' | 'keydown', root: string): Promise<Reaction | undefined> {
  return new Promise((done) => {
    let began: number | undefined;
    let paint: number | undefined;
    let end = 0;
    const finish = () => {
      observer.disconnect();
      done(paint === undefined ? undefined : { paint });
    };
    const observer = new MutationObserver(() => {
      nextPaint((now) => {
        if (began === undefined) return;
        paint = now - began;
        clearTimeout(end);
        end = window.setTimeout(finish, STILL);
      });
    });
    once(kind, (event) => {
      began = event.timeStamp;
      end = window.setTimeout(finish, PATIENCE);
    });
    const place = document.querySelector(root);
    if (place === null) throw new Error(`There is no ${root}.`);
    observer.observe(place, { childList: true, characterData: true, subtree: true });
  });
}

/** Before anybody else hears of the event. */
function once(kind: string, note: (event: Event) => void): void {
  window.addEventListener(kind, note, { capture: true, once: true });
}

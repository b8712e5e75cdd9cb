/** The package brings no types: what is used of it. */
declare module 'tabulator-tables' {
  export class Tabulator {
    static registerModule(modules: readonly unknown[]): void;
    constructor(place: string, options: object);
    on(event: string, then: () => void): void;
    setFilter(matches: (row: never) => boolean): void;
  }
  export const FilterModule: unknown;
  export const FormatModule: unknown;
  export const SortModule: unknown;
}

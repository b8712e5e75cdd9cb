import {
  columnFilteringFeature, constructTable, createColumnHelper, createFilteredRowModel, createSortedRowModel, filterFn_includesString,
  globalFilteringFeature, rowSortingFeature, tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { COLUMNS, fetchRows, german, isReady, onTyping, type Row } from './rows';

const ROW_HEIGHT = 28;

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  filterFns: { includesString: filterFn_includesString },
});
const helper = createColumnHelper<typeof features, Row>();
const columns = helper.columns(
  COLUMNS.map(({ field, title }) =>
    helper.accessor(field, {
      header: title,
      sortDescFirst: false,
      sortFn: (one, other) => (field === 'products' ? one.original.products - other.original.products : german.compare(one.original[field], other.original[field])),
    }),
  ),
);
const table = constructTable({ features, columns, data: await fetchRows(), enableSortingRemoval: false, globalFilterFn: 'includesString' as const });

const grid = document.querySelector<HTMLElement>('#grid') as HTMLElement;
const head = grid.appendChild(document.createElement('div'));
head.className = 'row head';
const body = grid.appendChild(document.createElement('div'));
body.className = 'body';
const shown: HTMLElement[] = [];

const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({ ...rowsOf(0), onChange: draw });

for (const column of table.getAllLeafColumns()) {
  const cell = head.appendChild(document.createElement('span'));
  cell.dataset['column'] = column.id;
  cell.textContent = COLUMNS.find(({ field }) => field === column.id)?.title ?? '';
  cell.addEventListener('click', (event) => {
    column.toggleSorting(undefined, event.shiftKey);
    update();
  });
}
onTyping((text) => {
  table.setGlobalFilter(text);
  update();
});
virtualizer._didMount();
update();
isReady();

function rowsOf(count: number) {
  return {
    count, getScrollElement: () => grid, estimateSize: () => ROW_HEIGHT, overscan: 5,
    observeElementRect, observeElementOffset, scrollToFn: elementScroll,
  };
}

/** The rows or their order are others. */
function update(): void {
  virtualizer.setOptions({ ...rowsOf(table.getRowModel().rows.length), onChange: draw });
  virtualizer._willUpdate();
  draw();
}

/** The elements of rows are written over by position: cheaper than new ones. */
function draw(): void {
  const rows = table.getRowModel().rows;
  const items = virtualizer.getVirtualItems();
  body.style.height = `${virtualizer.getTotalSize()}px`;
  while (shown.length > items.length) shown.pop()?.remove();
  while (shown.length < items.length) shown.push(body.appendChild(newRow()));
  items.forEach((item, place) => {
    const element = shown[place] as HTMLElement;
    element.style.transform = `translateY(${item.start}px)`;
    const row = rows[item.index];
    COLUMNS.forEach(({ field }, column) => {
      (element.children[column] as HTMLElement).textContent = String(row?.original[field] ?? '');
    });
  });
}

function newRow(): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  for (const _ of COLUMNS) row.appendChild(document.createElement('span'));
  return row;
}

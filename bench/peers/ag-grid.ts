import { ClientSideRowModelModule, createGrid, ModuleRegistry, QuickFilterModule, type ColDef } from 'ag-grid-community';
import { COLUMNS, fetchRows, german, isReady, onTyping, type Row } from './rows';

ModuleRegistry.registerModules([ClientSideRowModelModule, QuickFilterModule]);

const columns: ColDef<Row>[] = COLUMNS.map(({ field, title }) => ({
  field,
  headerName: title,
  flex: 1,
  sortingOrder: ['asc', 'desc'],
  ...(field === 'products' ? {} : { comparator: (one: string, other: string) => german.compare(one, other) }),
}));

const rowData = await fetchRows();
const place = document.querySelector<HTMLElement>('#grid');
if (place !== null) {
  const grid = createGrid<Row>(place, {
    columnDefs: columns,
    rowData,
    // What its documentation recommends for speed.
    animateRows: false,
    cacheQuickFilter: true,
    suppressFieldDotNotation: true,
    suppressColumnMoveAnimation: true,
    onFirstDataRendered: isReady,
  });
  onTyping((text) => grid.setGridOption('quickFilterText', text));
}
